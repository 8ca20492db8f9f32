import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import type { BulkChange } from '@/domain/task/commands'
import { expectProjectInvariants } from './support/invariants'
import { createTestProject, statusesWithWipLimit, type TestProject } from './support/testProject'

const bulkChange = (
  testProject: TestProject,
  ids: Id[],
  change: BulkChange,
  who = 'ben',
  baseVersion = 99,
) =>
  testProject.send(who, {
    type: 'task.bulk',
    tasks: ids.map((taskId) => ({ taskId, baseVersion })),
    change,
  })

describe('changing many tasks at once', () => {
  it('all changes are applied to each task, and one undo reverts them', () => {
    const testProject = createTestProject()
    const ids = [testProject.task(), testProject.task(), testProject.task()]
    testProject.send('ann', { type: 'sprint.create', sprintId: 's', name: 'One' })
    const change: BulkChange = {
      set: { priority: 3 },
      add: { labels: ['api'], assignees: ['cleo'] },
      statusId: 'done',
      sprintId: 's',
    }
    const end = bulkChange(testProject, ids, change)
    expect(end.taskResults).toEqual(ids.map((taskId) => ({ taskId, outcome: 'applied' })))
    for (const id of ids) {
      expect(testProject.taskById(id)).toMatchObject({
        priority: 3,
        labels: ['api'],
        assignees: ['cleo'],
        statusId: 'done',
        sprintId: 's',
      })
    }
    expect(testProject.column('done')).toEqual(ids)
    const back = testProject.send('ben', { type: 'command.undo', undoneCommandId: end.commandId })
    expect(back.outcome).toBe('applied')
    expect(testProject.column('todo')).toEqual(ids)
    for (const id of ids) {
      expect(testProject.taskById(id)).toMatchObject({ priority: 0, labels: [], sprintId: null })
    }
  })

  it('many tasks are archived by one command and restored by one undo', () => {
    const testProject = createTestProject()
    const ids = [testProject.task(), testProject.task()]
    const end = bulkChange(testProject, ids, { archive: true })
    expect(testProject.column('todo')).toEqual([])
    testProject.send('ben', { type: 'command.undo', undoneCommandId: end.commandId })
    expect(testProject.column('todo')).toEqual(ids)
  })

  it('a task that cannot be changed is skipped with the reason and left unchanged', () => {
    const testProject = createTestProject(statusesWithWipLimit(1))
    const [a, b, c] = [testProject.task(), testProject.task(), testProject.task()]
    testProject.send('ann', { type: 'task.archive', taskId: c })
    const end = bulkChange(testProject, [a, b, c, 'gone'], {
      set: { priority: 2 },
      statusId: 'in-progress',
    })
    expect(end.outcome).toBe('applied')
    expect(end.taskResults).toMatchObject([
      { taskId: a, outcome: 'applied' },
      { taskId: b, outcome: 'skipped', message: expect.stringMatching(/limit|full|holds/) },
      { taskId: c, outcome: 'skipped', message: expect.stringMatching(/archived/) },
      { taskId: 'gone', outcome: 'skipped' },
    ])
    expect([testProject.taskById(a).priority, testProject.taskById(b).priority]).toEqual([2, 0])
  })

  it('a bulk change without effect is unchanged, and one that fails for every task is rejected', () => {
    const testProject = createTestProject()
    const a = testProject.task()
    expect(bulkChange(testProject, [a], { statusId: 'todo' }).outcome).toBe('unchanged')
    const no = bulkChange(testProject, ['gone'], { statusId: 'done' })
    expect([no.outcome, no.taskResults?.length]).toEqual(['rejected', 1])
    expect(bulkChange(testProject, [a], { statusId: 'done' }, 'vic').rejection?.code).toBe(
      'forbidden',
    )
  })

  it('a task that someone else changed concurrently is skipped', () => {
    const testProject = createTestProject()
    const [a, b] = [testProject.task(), testProject.task()]
    testProject.send('cleo', { type: 'task.edit', taskId: b, set: { priority: 4 } })
    const end = bulkChange(testProject, [a, b], { set: { priority: 1 } }, 'ben', 1)
    expect(end.taskResults).toMatchObject([{ outcome: 'applied' }, { outcome: 'skipped' }])
    expect(testProject.taskById(b).priority).toBe(4)
  })

  it('a parent is changed under the rules for its children after their own change', () => {
    const testProject = createTestProject()
    const parent = testProject.task({ taskType: 'epic' })
    const child = testProject.task({ taskType: 'epic', parentId: parent })
    const end = bulkChange(testProject, [child, parent], { set: { type: 'story' } })
    expect(end.taskResults).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }])
    const undone = testProject.send('ben', { type: 'command.undo', undoneCommandId: end.commandId })
    expect([undone.rejection, undone.outcome]).toEqual([undefined, 'applied'])
    expect([testProject.taskById(parent).type, testProject.taskById(child).type]).toEqual([
      'epic',
      'epic',
    ])
    expectProjectInvariants(testProject)
  })

  it('tasks leave their sprint before they become epics, and a new type is planned afterwards', () => {
    const testProject = createTestProject()
    const [a, b] = [testProject.task(), testProject.task()]
    testProject.send('ann', { type: 'sprint.create', sprintId: 's', name: 'One' })
    bulkChange(testProject, [a, b], { sprintId: 's' })
    const refused = bulkChange(testProject, [a, b], { set: { type: 'epic' } })
    expect(refused.rejection?.message).toBe(
      'An epic is not planned in a sprint. Remove the task from its sprint first.',
    )
    const end = bulkChange(testProject, [a, b], { set: { type: 'epic' }, sprintId: null })
    expect(end.taskResults).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }])
    bulkChange(testProject, [a, b], { set: { type: 'bug' }, sprintId: 's' })
    expect(testProject.taskById(b)).toMatchObject({ type: 'bug', sprintId: 's' })
    testProject.send('ben', { type: 'command.undo', undoneCommandId: end.commandId })
    expectProjectInvariants(testProject)
  })
})
