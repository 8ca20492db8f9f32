import { describe, expect, it } from 'vitest'
import type { Command } from '@/domain/commands'
import { given, limited } from './support/given'

/** Cleo's move to done lost against ben's to in-progress. */
function lost(statuses?: Parameters<typeof given>[0]) {
  const world = given(statuses)
  const taskId = world.task()
  const move = { type: 'task.move', taskId, place: {}, baseVersion: 1 } as const
  world.send('ben', { ...move, statusId: 'in-progress' })
  const conflictId = world.send('cleo', { ...move, statusId: 'done' }).conflict?.id ?? ''
  const resolve = { type: 'conflict.resolve', conflictId } as const
  const state = () => world.conflict(conflictId).resolved?.choice
  return { world, taskId, move, conflictId, resolve, state, now: () => world.at(taskId) }
}

describe('deciding a conflict', () => {
  it('keeps theirs, and changes nothing else', () => {
    const { world, resolve, state, now } = lost()
    const end = world.send('cleo', { ...resolve, choice: 'theirs' })
    expect(end.events.map((e) => [e.type, e.version])).toEqual([['conflict.resolved', null]])
    expect(now()).toMatchObject({ statusId: 'in-progress', version: 2 })
    expect(state()).toBe('theirs')
  })

  it('applies mine, as an event of its own', () => {
    const { world, resolve, state, now } = lost()
    const end = world.send('cleo', { ...resolve, choice: 'mine' })
    expect(end.outcome).toBe('applied')
    expect(end.events.map((e) => e.type)).toEqual(['task.moved', 'conflict.resolved'])
    expect(now()).toMatchObject({ statusId: 'done', version: 3 })
    expect(state()).toBe('mine')
  })

  it('applies an edited command in its place', () => {
    const { world, move, resolve, state, now } = lost()
    const edit = { ...move, place: { end: 'top' }, statusId: 'todo' } as const
    expect(world.send('cleo', { ...resolve, choice: 'edited', edit }).outcome).toBe('applied')
    expect(now().statusId).toBe('todo')
    expect(state()).toBe('edited')
  })

  it('has it applied when the truth has become mine by itself', () => {
    const { world, move, resolve, state } = lost()
    world.send('ben', { ...move, baseVersion: 2, statusId: 'done' })
    const end = world.send('cleo', { ...resolve, choice: 'mine', baseVersion: 2 })
    expect(end.outcome).toBe('applied')
    expect(state()).toBe('mine')
  })

  it('meets a newer change with a newer conflict', () => {
    const { world, move, resolve, state, now } = lost()
    world.send('ben', { ...move, baseVersion: 2, statusId: 'todo' })
    const end = world.send('cleo', { ...resolve, choice: 'mine', baseVersion: 2 })
    expect(end.outcome).toBe('conflict')
    expect(end.events.map((e) => e.type)).toEqual(['conflict.found', 'conflict.resolved'])
    expect(end.conflict?.fields[0]).toMatchObject({ base: 'in-progress', theirs: 'todo' })
    expect(state()).toBe('superseded')
    expect(now().version).toBe(3)
    const again = { ...resolve, conflictId: end.conflict?.id ?? '', choice: 'mine' } as const
    expect(world.send('cleo', again).outcome).toBe('applied')
    expect(now().statusId).toBe('done')
  })

  it('leaves it open while the column is full', () => {
    const { world, move, resolve, state, now } = lost(limited(1))
    const other = world.task()
    const edit = { ...move, statusId: 'in-progress' }
    world.send('ben', { ...edit, statusId: 'todo', baseVersion: 2 })
    world.send('ben', { ...edit, taskId: other })
    const end = world.send('cleo', { ...resolve, choice: 'edited', edit })
    expect(end).toMatchObject({ outcome: 'refused', refusal: { code: 'wip-limit' }, events: [] })
    expect(state()).toBeUndefined()
    expect(now().statusId).toBe('todo')
  })

  it('is for the person who lost, and for once', () => {
    const { world, resolve } = lost()
    const choice = { ...resolve, choice: 'theirs' } as const
    expect(world.send('ben', choice).refusal?.code).toBe('not-found')
    expect(world.send('ben', { ...choice, conflictId: 'x' }).refusal?.code).toBe('not-found')
    world.send('cleo', choice)
    expect(world.send('cleo', choice).refusal?.code).toBe('already-resolved')
  })

  it('takes an edit of the same kind on the same thing only', () => {
    const { world, taskId, move, resolve, state } = lost()
    const other = world.task()
    const wrong: (Command | undefined)[] = [
      undefined,
      { ...move, taskId: other, statusId: 'done' },
      { type: 'task.archive', taskId, baseVersion: 2 },
      { type: 'conflict.resolve', conflictId: resolve.conflictId, choice: 'mine', baseVersion: 2 },
    ]
    for (const edit of wrong) {
      const end = world.send('cleo', { ...resolve, choice: 'edited', edit })
      expect(end.refusal).toMatchObject({ code: 'invalid', field: 'edit' })
    }
    expect(state()).toBeUndefined()
  })
})

describe('an edit in place of a lost command', () => {
  it("never reaches another person's comment", () => {
    const world = given()
    const taskId = world.task()
    const about = { type: 'comment.edit', taskId, baseVersion: 2 } as const
    world.send('cleo', { type: 'comment.add', taskId, commentId: 'mine', body: 'a' })
    world.send('ben', { type: 'comment.add', taskId, commentId: 'theirs', body: 'b' })
    world.send('cleo', { ...about, commentId: 'mine', body: 'c' })
    const late = { ...about, commentId: 'mine', body: 'd' }
    const conflictId = world.send('cleo', late, { client: 'phone' }).conflict?.id ?? ''
    const edit = { ...late, commentId: 'theirs' }
    const resolve = { type: 'conflict.resolve', conflictId, choice: 'edited', edit } as const
    expect(world.send('cleo', resolve).refusal?.field).toBe('edit')
    expect(world.folded.comments.get('theirs')?.body).toBe('b')
  })

  it('never reaches another column', () => {
    const world = given()
    const edit = { type: 'status.edit', statusId: 'todo', baseVersion: 1 } as const
    world.send('ann', { ...edit, set: { name: 'Open' } })
    const late = world.send('ann', { ...edit, set: { name: 'New' } }, { client: 'phone' })
    const conflictId = late.conflict?.id ?? ''
    const resolve = { type: 'conflict.resolve', conflictId, choice: 'edited' } as const
    const other = { ...edit, statusId: 'done', set: { name: 'Newest' } }
    expect(world.send('ann', { ...resolve, edit: other }).refusal?.field).toBe('edit')
    const same = { ...edit, set: { name: 'Newest' } }
    expect(world.send('ann', { ...resolve, edit: same }).outcome).toBe('applied')
    expect(world.status('todo').name).toBe('Newest')
  })

  it('may name another column for a new task', () => {
    const world = given()
    world.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const create = { type: 'task.create', taskId: 'n', taskType: 'task', title: 'N' } as const
    const lost = world.send('cleo', { ...create, statusId: 'done', place: {} })
    const conflictId = lost.conflict?.id ?? ''
    const edit = { ...create, statusId: 'todo', place: {} }
    world.send('cleo', { type: 'conflict.resolve', conflictId, choice: 'edited', edit })
    expect(world.column('todo')).toEqual(['n'])
  })
})

it('writes nothing of a move whose archived task finds no room to come back to', () => {
  const world = given(limited(1))
  const [a, b] = [world.task(), world.task()]
  const move = { type: 'task.move', statusId: 'in-progress', place: {} } as const
  world.send('ben', { ...move, taskId: a })
  world.send('ben', { type: 'task.archive', taskId: a })
  world.send('ben', { ...move, taskId: b })
  const mine = { ...move, taskId: a, baseVersion: 2, set: { description: 'x' } }
  const conflictId = world.send('cleo', mine).conflict?.id ?? ''
  const end = world.send('cleo', { type: 'conflict.resolve', conflictId, choice: 'mine' })
  expect([end.outcome, end.refusal?.code, end.events]).toEqual(['refused', 'wip-limit', []])
  expect(world.at(a)).toMatchObject({ description: '' })
})
