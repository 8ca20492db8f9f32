import { describe, expect, it } from 'vitest'
import type { Command } from '@/domain/commands'
import { createTestProject, statusesWithWipLimit } from './support/testProject'

/** Returns a project in which Cleo's move to done conflicts with Ben's move to in-progress. */
function projectWithConflict(statuses?: Parameters<typeof createTestProject>[0]) {
  const testProject = createTestProject(statuses)
  const taskId = testProject.task()
  const move = { type: 'task.move', taskId, position: {}, baseVersion: 1 } as const
  testProject.send('ben', { ...move, statusId: 'in-progress' })
  const conflictId = testProject.send('cleo', { ...move, statusId: 'done' }).conflict?.id ?? ''
  const resolve = { type: 'conflict.resolve', conflictId } as const
  const state = () => testProject.conflict(conflictId).resolved?.choice
  return {
    testProject,
    taskId,
    move,
    conflictId,
    resolve,
    state,
    now: () => testProject.taskById(taskId),
  }
}

describe('resolving a conflict', () => {
  it('keeping theirs changes nothing in the task', () => {
    const { testProject, resolve, state, now } = projectWithConflict()
    const end = testProject.send('cleo', { ...resolve, choice: 'theirs' })
    expect(end.events.map((e) => [e.type, e.version])).toEqual([['conflict.resolved', null]])
    expect(now()).toMatchObject({ statusId: 'in-progress', version: 2 })
    expect(state()).toBe('theirs')
  })

  it('applying mine writes a new event', () => {
    const { testProject, resolve, state, now } = projectWithConflict()
    const end = testProject.send('cleo', { ...resolve, choice: 'mine' })
    expect(end.outcome).toBe('applied')
    expect(end.events.map((e) => e.type)).toEqual(['task.moved', 'conflict.resolved'])
    expect(now()).toMatchObject({ statusId: 'done', version: 3 })
    expect(state()).toBe('mine')
  })

  it('an edited command is applied in place of the conflicting one', () => {
    const { testProject, move, resolve, state, now } = projectWithConflict()
    const edit = { ...move, position: { end: 'top' }, statusId: 'todo' } as const
    expect(testProject.send('cleo', { ...resolve, choice: 'edited', edit }).outcome).toBe('applied')
    expect(now().statusId).toBe('todo')
    expect(state()).toBe('edited')
  })

  it('applying mine succeeds when someone else has made the same change', () => {
    const { testProject, move, resolve, state } = projectWithConflict()
    testProject.send('ben', { ...move, baseVersion: 2, statusId: 'done' })
    const end = testProject.send('cleo', { ...resolve, choice: 'mine', baseVersion: 2 })
    expect(end.outcome).toBe('applied')
    expect(state()).toBe('mine')
  })

  it('a newer change raises a new conflict that supersedes the first', () => {
    const { testProject, move, resolve, state, now } = projectWithConflict()
    testProject.send('ben', { ...move, baseVersion: 2, statusId: 'todo' })
    const end = testProject.send('cleo', { ...resolve, choice: 'mine', baseVersion: 2 })
    expect(end.outcome).toBe('conflict')
    expect(end.events.map((e) => e.type)).toEqual(['conflict.detected', 'conflict.resolved'])
    expect(end.conflict?.fields[0]).toMatchObject({ base: 'in-progress', theirs: 'todo' })
    expect(state()).toBe('superseded')
    expect(now().version).toBe(3)
    const again = { ...resolve, conflictId: end.conflict?.id ?? '', choice: 'mine' } as const
    expect(testProject.send('cleo', again).outcome).toBe('applied')
    expect(now().statusId).toBe('done')
  })

  it('the conflict stays open when the target column is full', () => {
    const { testProject, move, resolve, state, now } = projectWithConflict(statusesWithWipLimit(1))
    const other = testProject.task()
    const edit = { ...move, statusId: 'in-progress' }
    testProject.send('ben', { ...edit, statusId: 'todo', baseVersion: 2 })
    testProject.send('ben', { ...edit, taskId: other })
    const end = testProject.send('cleo', { ...resolve, choice: 'edited', edit })
    expect(end).toMatchObject({ outcome: 'rejected', rejection: { code: 'wip-limit' }, events: [] })
    expect(state()).toBeUndefined()
    expect(now().statusId).toBe('todo')
  })

  it('only the author can resolve a conflict, and only once', () => {
    const { testProject, resolve } = projectWithConflict()
    const choice = { ...resolve, choice: 'theirs' } as const
    expect(testProject.send('ben', choice).rejection?.code).toBe('not-found')
    expect(testProject.send('ben', { ...choice, conflictId: 'x' }).rejection?.code).toBe(
      'not-found',
    )
    testProject.send('cleo', choice)
    expect(testProject.send('cleo', choice).rejection?.code).toBe('already-resolved')
  })

  it('an edited command of another type or about another subject is rejected', () => {
    const { testProject, taskId, move, resolve, state } = projectWithConflict()
    const other = testProject.task()
    const wrong: (Command | undefined)[] = [
      undefined,
      { ...move, taskId: other, statusId: 'done' },
      { type: 'task.archive', taskId, baseVersion: 2 },
      { type: 'conflict.resolve', conflictId: resolve.conflictId, choice: 'mine', baseVersion: 2 },
    ]
    for (const edit of wrong) {
      const end = testProject.send('cleo', { ...resolve, choice: 'edited', edit })
      expect(end.rejection).toMatchObject({ code: 'invalid', field: 'edit' })
    }
    expect(state()).toBeUndefined()
  })
})

describe('an edited command in place of a conflicting one', () => {
  it("the edited command cannot change another person's comment", () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const about = { type: 'comment.edit', taskId, baseVersion: 2 } as const
    testProject.send('cleo', { type: 'comment.add', taskId, commentId: 'mine', body: 'a' })
    testProject.send('ben', { type: 'comment.add', taskId, commentId: 'theirs', body: 'b' })
    testProject.send('cleo', { ...about, commentId: 'mine', body: 'c' })
    const late = { ...about, commentId: 'mine', body: 'd' }
    const conflictId = testProject.send('cleo', late, { client: 'phone' }).conflict?.id ?? ''
    const edit = { ...late, commentId: 'theirs' }
    const resolve = { type: 'conflict.resolve', conflictId, choice: 'edited', edit } as const
    expect(testProject.send('cleo', resolve).rejection?.field).toBe('edit')
    expect(testProject.projectState.comments.get('theirs')?.body).toBe('b')
  })

  it('the edited command cannot change another column', () => {
    const testProject = createTestProject()
    const edit = { type: 'status.edit', statusId: 'todo', baseVersion: 1 } as const
    testProject.send('ann', { ...edit, set: { name: 'Open' } })
    const late = testProject.send('ann', { ...edit, set: { name: 'New' } }, { client: 'phone' })
    const conflictId = late.conflict?.id ?? ''
    const resolve = { type: 'conflict.resolve', conflictId, choice: 'edited' } as const
    const other = { ...edit, statusId: 'done', set: { name: 'Newest' } }
    expect(testProject.send('ann', { ...resolve, edit: other }).rejection?.field).toBe('edit')
    const same = { ...edit, set: { name: 'Newest' } }
    expect(testProject.send('ann', { ...resolve, edit: same }).outcome).toBe('applied')
    expect(testProject.status('todo').name).toBe('Newest')
  })

  it('the edited command can choose another column for a new task', () => {
    const testProject = createTestProject()
    testProject.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const create = { type: 'task.create', taskId: 'n', taskType: 'task', title: 'N' } as const
    const lost = testProject.send('cleo', { ...create, statusId: 'done', position: {} })
    const conflictId = lost.conflict?.id ?? ''
    const edit = { ...create, statusId: 'todo', position: {} }
    testProject.send('cleo', { type: 'conflict.resolve', conflictId, choice: 'edited', edit })
    expect(testProject.column('todo')).toEqual(['n'])
  })
})

it('applying a move to an archived task writes nothing when the target column is full', () => {
  const testProject = createTestProject(statusesWithWipLimit(1))
  const [a, b] = [testProject.task(), testProject.task()]
  const move = { type: 'task.move', statusId: 'in-progress', position: {} } as const
  testProject.send('ben', { ...move, taskId: a })
  testProject.send('ben', { type: 'task.archive', taskId: a })
  testProject.send('ben', { ...move, taskId: b })
  const mine = { ...move, taskId: a, baseVersion: 2, set: { description: 'x' } }
  const conflictId = testProject.send('cleo', mine).conflict?.id ?? ''
  const end = testProject.send('cleo', { type: 'conflict.resolve', conflictId, choice: 'mine' })
  expect([end.outcome, end.rejection?.code, end.events]).toEqual(['rejected', 'wip-limit', []])
  expect(testProject.taskById(a)).toMatchObject({ description: '' })
})
