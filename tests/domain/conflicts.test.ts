import { describe, expect, it } from 'vitest'
import { given } from './support/given'

/** Ben and cleo both look at the task as it is now; ben is first. */
function both(draft = {}) {
  const world = given()
  const taskId = world.task(draft)
  const baseVersion = world.at(taskId).version
  const edit = (patch: object) => ({ type: 'task.edit', taskId, baseVersion, ...patch }) as const
  const move = (statusId: string, place = {}) =>
    ({ type: 'task.move', taskId, baseVersion, statusId, place }) as const
  return { world, taskId, baseVersion, edit, move, now: () => world.at(taskId) }
}

describe('different fields', () => {
  it('both apply: one moves, one renames', () => {
    const { world, edit, move, now } = both()
    world.send('ben', move('done'))
    const end = world.send('cleo', edit({ set: { title: 'B' } }))
    expect(end.outcome).toBe('merged')
    expect(end.missed.map((e) => e.type)).toEqual(['task.moved'])
    expect(now()).toMatchObject({ statusId: 'done', title: 'B', version: 3 })
  })

  it('both apply: a comment and an estimate', () => {
    const { world, taskId, edit, now } = both()
    world.send('ben', { type: 'comment.add', taskId, commentId: 'c', body: 'x' })
    expect(world.send('cleo', edit({ set: { estimate: 3 } })).outcome).toBe('merged')
    expect(now()).toMatchObject({ comments: 1, estimate: 3 })
  })
})

describe('same field, same value', () => {
  it('has nothing to do when both moved it to done', () => {
    const { world, move, now } = both()
    world.send('ben', move('done'))
    expect(world.send('cleo', move('done'))).toMatchObject({ outcome: 'unchanged', events: [] })
    expect(now().version).toBe(2)
  })

  it('writes only the rest when one field of two is the same', () => {
    const { world, edit } = both()
    world.send('ben', edit({ set: { title: 'B' } }))
    const end = world.send('cleo', edit({ set: { title: 'B', priority: 4 } }))
    expect(end.events[0]?.data).toEqual({ set: { priority: { from: 0, to: 4 } } })
  })
})

describe('sets', () => {
  it('merge what is added and what is removed', () => {
    const { world, edit, now } = both({ labels: ['api', 'ui'], assignees: ['ben'] })
    world.send('ben', edit({ add: { labels: ['new'], assignees: ['ann'] } }))
    const end = world.send('cleo', edit({ remove: { labels: ['api'], assignees: ['ben'] } }))
    expect(end.outcome).toBe('merged')
    expect(now()).toMatchObject({ labels: ['new', 'ui'], assignees: ['ann'] })
  })
})

describe('long text', () => {
  const description = 'one\n\ntwo\n\nthree'

  it('merges by line', () => {
    const { world, edit, now } = both({ description })
    world.send('ben', edit({ set: { description: 'ONE\n\ntwo\n\nthree' } }))
    const end = world.send('cleo', edit({ set: { description: 'one\n\ntwo\n\nTHREE' } }))
    expect(end.outcome).toBe('merged')
    expect(now().description).toBe('ONE\n\ntwo\n\nTHREE')
  })

  it('conflicts where both changed one line', () => {
    const { world, edit, now } = both({ description })
    const theirs = description.replace('two', '2')
    const mine = description.replace('two', 'II')
    world.send('ben', edit({ set: { description: theirs } }))
    const end = world.send('cleo', edit({ set: { description: mine } }))
    expect(end.conflict?.fields).toMatchObject([{ base: description, theirs, mine, by: 'ben' }])
    expect(now().description).toBe(theirs)
  })

  it('has nothing to do for lines that the other has written too', () => {
    const { world, edit } = both({ description })
    world.send('ben', edit({ set: { description: 'ONE\n\ntwo\n\nTHREE' } }))
    const end = world.send('cleo', edit({ set: { description: 'ONE\n\ntwo\n\nthree' } }))
    expect(end.outcome).toBe('unchanged')
  })
})

describe('order within a column', () => {
  it('lets both reorder', () => {
    const { world, taskId: a, move } = both()
    const [b, c] = [world.task(), world.task()]
    world.send('ben', move('todo', { after: b }))
    const end = world.send('cleo', move('todo', { after: c }))
    expect(end.outcome).toBe('merged')
    expect(world.column('todo')).toEqual([b, c, a])
  })

  it('passes over neighbours that have left', () => {
    const { world, taskId: a, move } = both()
    const [b, c] = [world.task(), world.task()]
    world.send('ben', { type: 'task.move', taskId: b, statusId: 'done', place: {} })
    world.send('cleo', move('todo', { after: b, before: c }))
    expect(world.column('todo')).toEqual([a, c])
  })

  it('is void in a column that the task has left', () => {
    const { world, move, now } = both()
    world.task()
    world.send('ben', move('done'))
    expect(world.send('cleo', move('todo', { end: 'bottom' })).outcome).toBe('unchanged')
    expect(now().statusId).toBe('done')
  })
})

describe('same scalar field, other value', () => {
  it('conflicts, with both sides, who, when and what was missed', () => {
    const { world, taskId, move, edit, now } = both()
    const first = world.send('ben', move('in-progress'))
    const second = world.send('ben', edit({ baseVersion: 2, set: { priority: 2 } }))
    const end = world.send('cleo', move('done'))
    const missed = [...first.events, ...second.events]
    const at = missed[0]?.at
    const fields = [
      { field: 'status', base: 'todo', theirs: 'in-progress', mine: 'done', by: 'ben', at },
    ]
    expect(end).toMatchObject({ outcome: 'conflict', missed })
    expect(end.events).toMatchObject([{ type: 'conflict.found', taskId, version: null }])
    expect(end.conflict).toEqual({
      id: 'command-5',
      taskId,
      personId: 'cleo',
      reason: 'changed',
      fields,
      kept: ['priority'],
      command: move('done'),
      missed: missed.map((event) => event.seq),
      foundAt: world.now(),
      resolved: null,
    })
    expect(world.conflict('command-5')).toEqual(end.conflict)
    expect(now()).toMatchObject({ statusId: 'in-progress', version: 3 })
  })

  it('holds back the whole edit when one field of several clashes', () => {
    const { world, edit, now } = both()
    world.send('ben', edit({ set: { title: 'Ben' } }))
    const mine = { set: { title: 'Cleo', priority: 4 as const }, add: { labels: ['ui'] } }
    const end = world.send('cleo', edit(mine))
    expect(end.conflict?.fields.map((each) => each.field)).toEqual(['title'])
    expect(now()).toMatchObject({ title: 'Ben', priority: 0, labels: [], version: 2 })
  })

  it('starts from what the sender saw, however often others changed it', () => {
    const { world, edit } = both()
    world.send('ben', edit({ set: { estimate: 1 } }))
    world.send('ann', edit({ baseVersion: 2, set: { estimate: 2 } }))
    const [field] = world.send('cleo', edit({ set: { estimate: 3 } })).conflict?.fields ?? []
    expect(field).toMatchObject({ base: null, theirs: 2, mine: 3, by: 'ann' })
  })

  it('is none when others changed it and changed it back', () => {
    const { world, edit, move, now } = both()
    world.send('ben', move('in-progress'))
    world.send('ben', { ...move('todo'), baseVersion: 2 })
    world.send('ben', edit({ baseVersion: 3, set: { title: 'B' } }))
    world.send('ben', edit({ baseVersion: 4, set: { title: 'A' } }))
    expect(world.send('cleo', edit({ set: { title: 'C' } })).outcome).toBe('merged')
    expect(world.send('cleo', move('done')).outcome).toBe('merged')
    expect(now()).toMatchObject({ title: 'C', statusId: 'done' })
  })

  it('conflicts when the task came back from the archive into another column', () => {
    const { world, taskId, move } = both()
    world.send('ben', { type: 'task.archive', taskId })
    world.send('ben', { type: 'task.restore', taskId, statusId: 'in-progress' })
    const [field] = world.send('cleo', move('done')).conflict?.fields ?? []
    expect(field).toMatchObject({ base: 'todo', theirs: 'in-progress', mine: 'done' })
  })

  it('holds for columns too', () => {
    const world = given()
    const edit = { type: 'status.edit', statusId: 'todo', baseVersion: 1 } as const
    world.send('ann', { ...edit, set: { name: 'Open', color: 'teal' } })
    const late = { ...edit, set: { name: 'New', wipLimit: 3 } }
    const end = world.send('ann', late, { client: 'phone' })
    expect(end.conflict).toMatchObject({
      taskId: null,
      fields: [{ field: 'status todo name', base: 'To do', theirs: 'Open', mine: 'New' }],
      kept: ['status todo color'],
    })
    expect(world.status('todo')).toMatchObject({ name: 'Open', wipLimit: null })
  })
})

describe('the rule that allowed it is gone', () => {
  it('conflicts when the task was archived meanwhile', () => {
    const { world, taskId, edit } = both()
    world.send('ben', { type: 'task.archive', taskId })
    const end = world.send('cleo', edit({ set: { title: 'B' } }))
    expect(end.conflict).toMatchObject({ reason: 'archived', fields: [], missed: [3] })
  })

  it('conflicts when the column has been removed', () => {
    const { world, move, now } = both()
    world.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    expect(world.send('cleo', move('done')).conflict?.reason).toBe('status-removed')
    expect(now().version).toBe(1)
  })

  it('conflicts for a new task too, which then has no task yet', () => {
    const world = given()
    world.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const end = world.send('cleo', {
      type: 'task.create',
      taskId: 'new',
      taskType: 'task',
      title: 'A',
      statusId: 'done',
      place: {},
    })
    expect(end.conflict).toMatchObject({ reason: 'status-removed', taskId: null })
  })
})

describe("the same person's own earlier commands", () => {
  it('are not missed', () => {
    const { world, edit, move, now } = both()
    world.send('ben', edit({ set: { title: 'B' } }))
    expect(world.send('ben', edit({ set: { title: 'C' } })).outcome).toBe('applied')
    world.send('ben', move('done'))
    expect(world.send('ben', move('in-progress')).outcome).toBe('applied')
    expect(now()).toMatchObject({ title: 'C', statusId: 'in-progress', version: 5 })
  })

  it('are missed when they come from another window', () => {
    const { world, edit } = both()
    world.send('ben', edit({ set: { title: 'B' } }))
    const end = world.send('ben', edit({ set: { title: 'C' } }), { client: 'phone' })
    expect(end.outcome).toBe('conflict')
  })

  it('move the base along, and are not counted among the missed events', () => {
    const { world, edit } = both()
    const own = world.send('cleo', edit({ set: { title: 'B' } }))
    const theirs = world.send('ben', edit({ baseVersion: 2, set: { title: 'C' } }))
    const end = world.send('cleo', edit({ set: { title: 'D' } }))
    expect(end.conflict).toMatchObject({
      fields: [{ base: 'B', theirs: 'C', mine: 'D' }],
      missed: theirs.events.map((event) => event.seq),
    })
    expect(own.events).toHaveLength(1)
  })

  it('refuse, not conflict, what they themselves have archived', () => {
    const { world, taskId, edit } = both()
    world.send('cleo', { type: 'task.archive', taskId })
    const end = world.send('cleo', edit({ set: { title: 'B' } }))
    expect(end.refusal?.code).toBe('archived')
  })

  it('keep the lines of others when two of them were queued on the same text', () => {
    const { world, edit, now } = both({ description: 'one\n\ntwo\n\nthree' })
    world.send('ben', edit({ set: { description: 'BEN\n\ntwo\n\nthree' } }))
    world.send('cleo', edit({ set: { description: 'one\n\ntwo\n\nCLEO' } }))
    const end = world.send('cleo', edit({ set: { description: 'one\n\ntwo\n\nCLEO again' } }))
    expect(end.outcome).toBe('merged')
    expect(now().description).toBe('BEN\n\ntwo\n\nCLEO again')
  })
})
