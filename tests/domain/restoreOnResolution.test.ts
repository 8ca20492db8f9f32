import { describe, expect, it } from 'vitest'
import { createTestProject, statusesWithWipLimit } from './support/testProject'

/** Returns a project in which Ben archived a task while Cleo moved it to done. */
function projectWithArchivedTask(
  statuses?: Parameters<typeof createTestProject>[0],
  statusId = 'todo',
) {
  const testProject = createTestProject(statuses)
  const taskId = testProject.task({ statusId })
  testProject.send('ben', { type: 'task.archive', taskId })
  const move = {
    type: 'task.move',
    taskId,
    statusId: 'done',
    position: {},
    baseVersion: 1,
  } as const
  const conflictId = testProject.send('cleo', move).conflict?.id ?? ''
  const resolve = { type: 'conflict.resolve', conflictId, choice: 'mine' } as const
  return {
    testProject,
    taskId,
    conflictId,
    resolve,
    now: () => testProject.taskById(taskId),
  }
}

describe('applying a change to a task that was archived concurrently', () => {
  it('the task is restored first', () => {
    const { testProject, taskId, now } = projectWithArchivedTask()
    const late = { type: 'task.edit', taskId, baseVersion: 1, set: { title: 'B' } } as const
    const conflictId = testProject.send('ann', late).conflict?.id ?? ''
    const end = testProject.send('ann', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    const types = ['task.restored', 'task.edited', 'conflict.resolved']
    expect(end.events.map((e) => e.type)).toEqual(types)
    expect(end.events.map((e) => e.version)).toEqual([3, 4, null])
    expect(now()).toMatchObject({ archivedAt: null, title: 'B', version: 4 })
  })

  it('the task is restored directly at the target of the move', () => {
    const { testProject, resolve, now } = projectWithArchivedTask()
    const end = testProject.send('cleo', resolve)
    expect(end.events.map((e) => e.type)).toEqual(['task.restored', 'conflict.resolved'])
    expect(end.events[0]?.data).toMatchObject({ from: 'todo', statusId: 'done' })
    expect(now()).toMatchObject({ archivedAt: null, statusId: 'done', version: 3 })
    expect(testProject.status('todo').taskCount).toBe(0)
    expect(testProject.status('done').taskCount).toBe(1)
  })

  it('the task stays archived when theirs is kept', () => {
    const { testProject, resolve, now } = projectWithArchivedTask()
    testProject.send('cleo', { ...resolve, choice: 'theirs' })
    expect(now().archivedAt).not.toBeNull()
  })

  it('the task is not restored again when someone else has restored it', () => {
    const { testProject, taskId, resolve, now } = projectWithArchivedTask()
    testProject.send('ben', { type: 'task.restore', taskId })
    expect(testProject.send('cleo', resolve).events[0]?.type).toBe('task.moved')
    expect(now()).toMatchObject({ statusId: 'done', version: 4 })
  })

  it('the task stays archived when applying raises a new conflict', () => {
    const { testProject, taskId, resolve, conflictId, now } = projectWithArchivedTask()
    const seen = now().version
    testProject.send('ben', { type: 'task.restore', taskId })
    testProject.send('ben', { type: 'task.move', taskId, statusId: 'in-progress', position: {} })
    testProject.send('ben', { type: 'task.archive', taskId })
    const { version } = now()
    const end = testProject.send('cleo', { ...resolve, baseVersion: seen })
    expect(end.outcome).toBe('conflict')
    expect(end.events.map((e) => e.version)).toEqual([null, null])
    expect(testProject.conflict(conflictId).resolved?.choice).toBe('superseded')
    expect(now().version).toBe(version)
  })

  it('the task stays archived when the move was a reorder in a column that it had left', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const other = testProject.task()
    testProject.send('ben', { type: 'task.move', taskId, statusId: 'done', position: {} })
    testProject.send('ben', { type: 'task.archive', taskId })
    const reorder = { taskId, statusId: 'todo', position: { after: other }, baseVersion: 1 }
    const lost = testProject.send('cleo', { type: 'task.move', ...reorder })
    const conflictId = lost.conflict?.id ?? ''
    const resolve = { type: 'conflict.resolve', conflictId, choice: 'mine' } as const
    const end = testProject.send('cleo', { ...resolve, baseVersion: 1 })
    expect(end.events.map((e) => e.type)).toEqual(['conflict.resolved'])
    expect(testProject.taskById(taskId).archivedAt).not.toBeNull()
  })

  it('the WIP limit applies to the target column and not to the former one', () => {
    const { testProject, taskId, resolve } = projectWithArchivedTask(
      statusesWithWipLimit(1),
      'in-progress',
    )
    testProject.task({ statusId: 'in-progress' })
    const back = { type: 'task.move', taskId, statusId: 'in-progress', position: {} } as const
    const edit = { ...back, baseVersion: 1 }
    const full = testProject.send('cleo', { ...resolve, choice: 'edited', edit })
    expect(full.rejection?.code).toBe('wip-limit')
    expect(testProject.send('cleo', resolve).outcome).toBe('applied')
    expect(testProject.column('done')).toEqual([taskId])
  })
})
