import { describe, expect, it } from 'vitest'
import { createTestProject, statusesWithWipLimit } from './support/testProject'

describe('archiving and restoring', () => {
  it('takes a task off the board and out of its column, and back', () => {
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

  it('has nothing to do twice, whoever was first', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    testProject.send('ben', { type: 'task.archive', taskId })
    const again = { type: 'task.archive', taskId, baseVersion: 1 } as const
    expect(testProject.send('cleo', again)).toMatchObject({ outcome: 'unchanged', events: [] })
    testProject.send('ben', { type: 'task.restore', taskId })
    expect(testProject.send('ben', { type: 'task.restore', taskId }).outcome).toBe('unchanged')
  })

  it('refuses changes to a task that its sender knew to be archived', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    testProject.send('ben', { type: 'task.archive', taskId })
    const end = testProject.send('cleo', { type: 'task.edit', taskId, set: { title: 'B' } })
    expect(end.rejection?.code).toBe('archived')
  })

  it('restores into a column of choice', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    testProject.send('ben', { type: 'task.archive', taskId })
    const end = testProject.send('ben', { type: 'task.restore', taskId, statusId: 'done' })
    expect(end.events[0]?.data).toMatchObject({ from: 'todo', statusId: 'done' })
    expect(testProject.column('done')).toEqual([taskId])
  })

  it('restores into the first column where its own has been removed', () => {
    const testProject = createTestProject()
    const taskId = testProject.task({ statusId: 'in-progress' })
    testProject.send('ben', { type: 'task.archive', taskId })
    testProject.send('ann', { type: 'status.remove', statusId: 'in-progress', moveTo: 'done' })
    expect(testProject.send('ben', { type: 'task.restore', taskId }).outcome).toBe('applied')
    expect(testProject.column('todo')).toEqual([taskId])
  })

  it('puts a restore into a removed column to its sender', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    testProject.send('ben', { type: 'task.archive', taskId })
    testProject.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const end = testProject.send('ben', { type: 'task.restore', taskId, statusId: 'done' })
    expect(end).toMatchObject({ outcome: 'conflict', conflict: { reason: 'status-removed' } })
  })

  it('refuses to restore into a full column', () => {
    const testProject = createTestProject(statusesWithWipLimit(1))
    const taskId = testProject.task({ statusId: 'in-progress' })
    testProject.send('ben', { type: 'task.archive', taskId })
    testProject.task({ statusId: 'in-progress' })
    const end = testProject.send('ben', { type: 'task.restore', taskId })
    expect(end.rejection?.code).toBe('wip-limit')
  })
})
