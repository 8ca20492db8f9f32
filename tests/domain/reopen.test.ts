import { describe, expect, it } from 'vitest'
import { given, limited } from './support/given'

/** Ben archived a task while cleo was moving it to done. */
function archived(statuses?: Parameters<typeof given>[0], statusId = 'todo') {
  const world = given(statuses)
  const taskId = world.task({ statusId })
  world.send('ben', { type: 'task.archive', taskId })
  const move = { type: 'task.move', taskId, statusId: 'done', place: {}, baseVersion: 1 } as const
  const conflictId = world.send('cleo', move).conflict?.id ?? ''
  const resolve = { type: 'conflict.resolve', conflictId, choice: 'mine' } as const
  return { world, taskId, conflictId, resolve, now: () => world.at(taskId) }
}

describe('applying a change to a task that was archived meanwhile', () => {
  it('brings it back first', () => {
    const { world, taskId, now } = archived()
    const late = { type: 'task.edit', taskId, baseVersion: 1, set: { title: 'B' } } as const
    const conflictId = world.send('ann', late).conflict?.id ?? ''
    const end = world.send('ann', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    const types = ['task.restored', 'task.edited', 'conflict.resolved']
    expect(end.events.map((e) => e.type)).toEqual(types)
    expect(end.events.map((e) => e.version)).toEqual([3, 4, null])
    expect(now()).toMatchObject({ archivedAt: null, title: 'B', version: 4 })
  })

  it('brings it back right where the move wanted it', () => {
    const { world, resolve, now } = archived()
    const end = world.send('cleo', resolve)
    expect(end.events.map((e) => e.type)).toEqual(['task.restored', 'conflict.resolved'])
    expect(end.events[0]?.data).toMatchObject({ from: 'todo', statusId: 'done' })
    expect(now()).toMatchObject({ archivedAt: null, statusId: 'done', version: 3 })
    expect(world.status('todo').taskCount).toBe(0)
    expect(world.status('done').taskCount).toBe(1)
  })

  it('leaves it archived when theirs is kept', () => {
    const { world, resolve, now } = archived()
    world.send('cleo', { ...resolve, choice: 'theirs' })
    expect(now().archivedAt).not.toBeNull()
  })

  it('needs no restoring when somebody has restored it since', () => {
    const { world, taskId, resolve, now } = archived()
    world.send('ben', { type: 'task.restore', taskId })
    expect(world.send('cleo', resolve).events[0]?.type).toBe('task.moved')
    expect(now()).toMatchObject({ statusId: 'done', version: 4 })
  })

  it('leaves it archived when applying meets a newer conflict', () => {
    const { world, taskId, resolve, conflictId, now } = archived()
    const seen = now().version
    world.send('ben', { type: 'task.restore', taskId })
    world.send('ben', { type: 'task.move', taskId, statusId: 'in-progress', place: {} })
    world.send('ben', { type: 'task.archive', taskId })
    const { version } = now()
    const end = world.send('cleo', { ...resolve, baseVersion: seen })
    expect(end.outcome).toBe('conflict')
    expect(end.events.map((e) => e.version)).toEqual([null, null])
    expect(world.conflict(conflictId).resolved?.choice).toBe('superseded')
    expect(now().version).toBe(version)
  })

  it('leaves it archived where the move was a reorder in a column that it had left', () => {
    const world = given()
    const taskId = world.task()
    const other = world.task()
    world.send('ben', { type: 'task.move', taskId, statusId: 'done', place: {} })
    world.send('ben', { type: 'task.archive', taskId })
    const reorder = { taskId, statusId: 'todo', place: { after: other }, baseVersion: 1 }
    const lost = world.send('cleo', { type: 'task.move', ...reorder })
    const conflictId = lost.conflict?.id ?? ''
    const resolve = { type: 'conflict.resolve', conflictId, choice: 'mine' } as const
    const end = world.send('cleo', { ...resolve, baseVersion: 1 })
    expect(end.events.map((e) => e.type)).toEqual(['conflict.resolved'])
    expect(world.at(taskId).archivedAt).not.toBeNull()
  })

  it('asks for room in the column that it goes to, not in the one that it left', () => {
    const { world, taskId, resolve } = archived(limited(1), 'in-progress')
    world.task({ statusId: 'in-progress' })
    const back = { type: 'task.move', taskId, statusId: 'in-progress', place: {} } as const
    const edit = { ...back, baseVersion: 1 }
    const full = world.send('cleo', { ...resolve, choice: 'edited', edit })
    expect(full.refusal?.code).toBe('wip-limit')
    expect(world.send('cleo', resolve).outcome).toBe('applied')
    expect(world.column('done')).toEqual([taskId])
  })
})
