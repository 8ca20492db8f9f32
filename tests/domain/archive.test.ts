import { describe, expect, it } from 'vitest'
import { given, limited } from './support/given'

describe('archiving and restoring', () => {
  it('takes a task off the board and out of its column, and back', () => {
    const world = given()
    const [a, b] = [world.task(), world.task()]
    expect(world.send('ben', { type: 'task.archive', taskId: a }).outcome).toBe('applied')
    expect(world.column('todo')).toEqual([b])
    expect(world.status('todo').taskCount).toBe(1)
    const place = { end: 'top' } as const
    const end = world.send('ben', { type: 'task.restore', taskId: a, place })
    expect(end.outcome).toBe('applied')
    expect(world.column('todo')).toEqual([a, b])
    expect(world.at(a)).toMatchObject({ archivedAt: null, version: 3 })
    expect(world.status('todo').taskCount).toBe(2)
  })

  it('has nothing to do twice, whoever was first', () => {
    const world = given()
    const taskId = world.task()
    world.send('ben', { type: 'task.archive', taskId })
    const again = { type: 'task.archive', taskId, baseVersion: 1 } as const
    expect(world.send('cleo', again)).toMatchObject({ outcome: 'unchanged', events: [] })
    world.send('ben', { type: 'task.restore', taskId })
    expect(world.send('ben', { type: 'task.restore', taskId }).outcome).toBe('unchanged')
  })

  it('refuses changes to a task that its sender knew to be archived', () => {
    const world = given()
    const taskId = world.task()
    world.send('ben', { type: 'task.archive', taskId })
    const end = world.send('cleo', { type: 'task.edit', taskId, set: { title: 'B' } })
    expect(end.refusal?.code).toBe('archived')
  })

  it('restores into a column of choice', () => {
    const world = given()
    const taskId = world.task()
    world.send('ben', { type: 'task.archive', taskId })
    const end = world.send('ben', { type: 'task.restore', taskId, statusId: 'done' })
    expect(end.events[0]?.data).toMatchObject({ from: 'todo', statusId: 'done' })
    expect(world.column('done')).toEqual([taskId])
  })

  it('restores into the first column where its own has been removed', () => {
    const world = given()
    const taskId = world.task({ statusId: 'in-progress' })
    world.send('ben', { type: 'task.archive', taskId })
    world.send('ann', { type: 'status.remove', statusId: 'in-progress', moveTo: 'done' })
    expect(world.send('ben', { type: 'task.restore', taskId }).outcome).toBe('applied')
    expect(world.column('todo')).toEqual([taskId])
  })

  it('puts a restore into a removed column to its sender', () => {
    const world = given()
    const taskId = world.task()
    world.send('ben', { type: 'task.archive', taskId })
    world.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const end = world.send('ben', { type: 'task.restore', taskId, statusId: 'done' })
    expect(end).toMatchObject({ outcome: 'conflict', conflict: { reason: 'status-removed' } })
  })

  it('refuses to restore into a full column', () => {
    const world = given(limited(1))
    const taskId = world.task({ statusId: 'in-progress' })
    world.send('ben', { type: 'task.archive', taskId })
    world.task({ statusId: 'in-progress' })
    const end = world.send('ben', { type: 'task.restore', taskId })
    expect(end.refusal?.code).toBe('wip-limit')
  })
})
