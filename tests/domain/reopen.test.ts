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
    const { world, resolve, now } = archived()
    const end = world.send('cleo', resolve)
    const types = ['task.restored', 'task.moved', 'conflict.resolved']
    expect(end.events.map((e) => e.type)).toEqual(types)
    expect(end.events.map((e) => e.version)).toEqual([3, 4, null])
    expect(now()).toMatchObject({ archivedAt: null, statusId: 'done', version: 4 })
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

  it('goes through the limits of the columns', () => {
    const { world, resolve, now } = archived(limited(1), 'in-progress')
    world.task({ statusId: 'in-progress' })
    expect(world.send('cleo', resolve).refusal?.code).toBe('wip-limit')
    expect(now().archivedAt).not.toBeNull()
  })
})
