import { describe, expect, it } from 'vitest'
import { createTestProject, statusesWithWipLimit } from './support/testProject'

describe('archiving and restoring', () => {
  it('an archived task leaves its column and returns to it when it is restored', () => {
    const testProject = createTestProject()
    const [a, b] = [testProject.task(), testProject.task()]
    expect(testProject.send('ben', { type: 'task.archive', taskId: a }).outcome).toBe('applied')
    expect(testProject.column('todo')).toEqual([b])
    expect(testProject.status('todo').taskCount).toBe(1)
    const position = { end: 'top' } as const
    const restore = { type: 'task.restore', taskId: a, statusId: 'todo', position } as const
    const end = testProject.send('ben', restore)
    expect(end.outcome).toBe('applied')
    expect(testProject.column('todo')).toEqual([a, b])
    expect(testProject.taskById(a)).toMatchObject({ archivedAt: null, version: 3 })
    expect(testProject.status('todo').taskCount).toBe(2)
  })

  it('archiving or restoring a task a second time changes nothing, whoever was first', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    testProject.send('ben', { type: 'task.archive', taskId })
    const again = { type: 'task.archive', taskId, baseVersion: 1 } as const
    expect(testProject.send('cleo', again)).toMatchObject({ outcome: 'unchanged', events: [] })
    testProject.send('ben', { type: 'task.restore', taskId })
    expect(testProject.send('ben', { type: 'task.restore', taskId }).outcome).toBe('unchanged')
  })

  it('an edit is rejected when its sender knew that the task was archived', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    testProject.send('ben', { type: 'task.archive', taskId })
    const end = testProject.send('cleo', { type: 'task.edit', taskId, set: { title: 'B' } })
    expect(end.rejection?.code).toBe('archived')
  })

  it('a task can be restored to a chosen column', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    testProject.send('ben', { type: 'task.archive', taskId })
    const end = testProject.send('ben', { type: 'task.restore', taskId, statusId: 'done' })
    expect(end.events[0]?.data).toMatchObject({ from: 'todo', statusId: 'done' })
    expect(testProject.column('done')).toEqual([taskId])
  })

  it('a task whose column was removed is restored to the first column', () => {
    const testProject = createTestProject()
    const taskId = testProject.task({ statusId: 'in-progress' })
    testProject.send('ben', { type: 'task.archive', taskId })
    testProject.send('ann', { type: 'status.remove', statusId: 'in-progress', moveTo: 'done' })
    expect(testProject.send('ben', { type: 'task.restore', taskId }).outcome).toBe('applied')
    expect(testProject.column('todo')).toEqual([taskId])
  })

  it('restoring a task to a removed column is a conflict', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    testProject.send('ben', { type: 'task.archive', taskId })
    testProject.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const end = testProject.send('ben', { type: 'task.restore', taskId, statusId: 'done' })
    expect(end).toMatchObject({ outcome: 'conflict', conflict: { reason: 'status-removed' } })
  })

  it('restoring a task to a full column is rejected', () => {
    const testProject = createTestProject(statusesWithWipLimit(1))
    const taskId = testProject.task({ statusId: 'in-progress' })
    testProject.send('ben', { type: 'task.archive', taskId })
    testProject.task({ statusId: 'in-progress' })
    const end = testProject.send('ben', { type: 'task.restore', taskId })
    expect(end.rejection?.code).toBe('wip-limit')
  })
})
