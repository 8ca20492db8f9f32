import { describe, expect, it } from 'vitest'
import type { StatusDraft } from '@/domain/project/project'
import { given, limited, type World } from './support/given'

const review: StatusDraft = {
  id: 'review',
  name: ' Review ',
  category: 'in_progress',
  color: 'violet',
  wipLimit: null,
}
const order = (world: World) =>
  world.project.statuses.filter((s) => !s.removedAt).map((status) => status.id)

describe('columns', () => {
  it('are added before another, or last', () => {
    const world = given()
    world.send('ann', { type: 'status.add', status: review, before: 'done' })
    world.send('ann', { type: 'status.add', status: { ...review, id: 'late' } })
    expect(order(world)).toEqual(['todo', 'in-progress', 'review', 'done', 'late'])
    expect(world.status('review')).toMatchObject({ name: 'Review', taskCount: 0 })
    expect(world.project.version).toBe(3)
  })

  it('refuse an id that was ever used, and an empty name', () => {
    const world = given()
    world.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const add = (status: object) =>
      world.send('ann', { type: 'status.add', status: { ...review, ...status } }).refusal?.code
    expect(add({ id: 'done' })).toBe('id-taken')
    expect(add({ name: ' ' })).toBe('invalid')
  })

  it('change name, category, colour and limit', () => {
    const world = given()
    const set = { name: ' Later ', color: 'teal', wipLimit: 4, category: 'in_progress' } as const
    const end = world.send('ann', { type: 'status.edit', statusId: 'todo', set })
    expect(end.outcome).toBe('applied')
    expect(world.status('todo')).toMatchObject({ ...set, name: 'Later' })
    const again = world.send('ann', { type: 'status.edit', statusId: 'todo', set })
    expect(again.outcome).toBe('unchanged')
  })

  it('change places', () => {
    const world = given()
    const move = (statusId: string, before: string | null) =>
      world.send('ann', { type: 'status.move', statusId, before })
    expect(move('done', 'todo').outcome).toBe('applied')
    expect(order(world)).toEqual(['done', 'todo', 'in-progress'])
    move('done', null)
    move('todo', 'done')
    expect(order(world)).toEqual(['in-progress', 'todo', 'done'])
  })

  it.each([
    ['before itself', 'todo', 'todo'],
    ['before the one that follows', 'todo', 'in-progress'],
    ['last, where it is last', 'done', null],
  ])('have nothing to do when put %s', (_, statusId, before) => {
    const end = given().send('ann', { type: 'status.move', statusId, before })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('keep their place beside one that has been removed meanwhile', () => {
    const world = given()
    world.send('ann', { type: 'status.add', status: review, before: 'in-progress' })
    const baseVersion = world.project.version
    world.send('ann', { type: 'status.remove', statusId: 'review', moveTo: 'todo' })
    const late = { statusId: 'done', before: 'review', baseVersion }
    world.send('ann', { type: 'status.move', ...late }, { client: 'phone' })
    expect(order(world)).toEqual(['todo', 'done', 'in-progress'])
    const next = { ...review, id: 'next' }
    world.send('ann', { type: 'status.add', status: next, before: 'review', baseVersion })
    expect(order(world)).toEqual(['todo', 'done', 'next', 'in-progress'])
  })
})

describe('removing a column', () => {
  const remove = { type: 'status.remove', statusId: 'todo', moveTo: 'done' } as const

  it('sends its tasks, in their order, below those of the column named', () => {
    const world = given()
    const there = world.task({ statusId: 'done' })
    const [a, b, c] = [world.task(), world.task(), world.task()]
    world.send('ben', { type: 'task.move', taskId: c, statusId: 'todo', place: { end: 'top' } })
    world.send('ben', { type: 'task.archive', taskId: b })
    const end = world.send('ann', remove)
    expect(end.events.map((e) => e.type)).toEqual(['task.moved', 'task.moved', 'status.removed'])
    expect(world.column('done')).toEqual([there, c, a])
    expect(world.status('done').taskCount).toBe(3)
    expect(world.status('todo')).toMatchObject({ taskCount: 0, removedAt: world.now() })
  })

  it('needs room where they go', () => {
    const world = given(limited(1))
    world.task()
    world.task()
    const end = world.send('ann', { ...remove, moveTo: 'in-progress' })
    expect(end.refusal?.code).toBe('wip-limit')
    expect(world.column('todo')).toHaveLength(2)
  })

  it('needs another column that exists, and leaves at least one', () => {
    const world = given()
    const send = (more: object) => world.send('ann', { ...remove, ...more })
    expect(send({ moveTo: 'todo' }).refusal?.field).toBe('moveTo')
    expect(send({ moveTo: 'x' }).refusal?.code).toBe('not-found')
    expect(send({ statusId: 'x' }).refusal?.code).toBe('not-found')
    send({})
    expect(send({ moveTo: 'in-progress' }).outcome).toBe('unchanged')
    send({ statusId: 'in-progress' })
    expect(send({ statusId: 'done', moveTo: 'todo' }).refusal?.code).toBe('last-status')
  })
})

describe('a project', () => {
  it('is created once, and renamed', () => {
    const world = given()
    const create = { key: 'NEW', name: 'New', statuses: [review] }
    expect(world.send('ben', { type: 'project.create', ...create }).refusal?.code).toBe('id-taken')
    expect(world.send('ann', { type: 'project.rename', name: ' Horizon ' }).outcome).toBe('applied')
    expect(world.project).toMatchObject({ name: 'Horizon', key: 'ALO', version: 2 })
    expect(world.send('ann', { type: 'project.rename', name: ' ' }).refusal?.field).toBe('name')
  })
})
