import { describe, expect, it } from 'vitest'
import { given, limited } from './support/given'

describe('moving a task', () => {
  it('leaves one column and enters another, and both counts follow', () => {
    const world = given()
    const taskId = world.task()
    const end = world.send('ben', { type: 'task.move', taskId, statusId: 'done', place: {} })
    expect(end.outcome).toBe('applied')
    expect(end.events[0]?.data).toMatchObject({ from: 'todo', to: 'done' })
    expect([world.status('todo').taskCount, world.status('done').taskCount]).toEqual([0, 1])
  })

  it('goes between the neighbours named, or to an end', () => {
    const world = given()
    const [a, b, c] = [world.task(), world.task(), world.task()]
    const move = (taskId: string, place: object) =>
      world.send('ben', { type: 'task.move', taskId, statusId: 'todo', place })
    move(c, { after: a })
    expect(world.column('todo')).toEqual([a, c, b])
    move(b, { before: a })
    expect(world.column('todo')).toEqual([b, a, c])
    move(b, { end: 'bottom' })
    expect(world.column('todo')).toEqual([a, c, b])
    move(b, { end: 'top' })
    expect(world.column('todo')).toEqual([b, a, c])
  })

  it('has nothing to do where the task already stands', () => {
    const world = given()
    const [a, b] = [world.task(), world.task()]
    const place = { after: a }
    const end = world.send('ben', { type: 'task.move', taskId: b, statusId: 'todo', place })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('refuses a status that never was, and a task that is not there', () => {
    const world = given()
    const taskId = world.task()
    const move = { type: 'task.move', taskId, statusId: 'done', place: {} } as const
    expect(world.send('ben', { ...move, statusId: 'x' }).refusal?.field).toBe('statusId')
    expect(world.send('ben', { ...move, taskId: 'x' }).refusal?.field).toBe('taskId')
  })
})

describe('a column with a limit', () => {
  const move = { type: 'task.move', statusId: 'in-progress', place: {} } as const

  it('gives its last place to one of two', () => {
    const world = given(limited(1))
    const [a, b] = [world.task(), world.task()]
    expect(world.send('ben', { ...move, taskId: a }).outcome).toBe('applied')
    expect(world.send('cleo', { ...move, taskId: b }).refusal?.code).toBe('wip-limit')
    expect(world.column('in-progress')).toEqual([a])
  })

  it('still lets its own tasks change places, and leave', () => {
    const world = given(limited(2))
    const [a, b] = [world.task(), world.task()]
    for (const taskId of [a, b]) world.send('ben', { ...move, taskId })
    world.send('ann', { type: 'status.edit', statusId: 'in-progress', set: { wipLimit: 1 } })
    expect(world.send('ben', { ...move, taskId: b, place: { before: a } }).outcome).toBe('applied')
    expect(world.column('in-progress')).toEqual([b, a])
    const out = { ...move, statusId: 'todo' }
    expect(world.send('ben', { ...out, taskId: b }).outcome).toBe('applied')
  })
})
