import { describe, expect, it } from 'vitest'
import { given } from './support/given'

describe('editing a task', () => {
  it('writes every field named, with what it was before', () => {
    const world = given()
    const taskId = world.task({ labels: ['ui'] })
    const end = world.send('ben', {
      type: 'task.edit',
      taskId,
      set: { title: 'B', priority: 3, estimate: 5, dueDate: '2031-02-03', type: 'bug' },
      add: { labels: ['api'], links: ['blocks:ALO-9'] },
      remove: { labels: ['ui'] },
    })
    expect(end.outcome).toBe('applied')
    expect(end.events[0]?.data).toMatchObject({
      set: { title: { from: 'A', to: 'B' }, estimate: { from: null, to: 5 } },
      sets: { labels: { added: ['api'], removed: ['ui'] } },
    })
    expect(world.at(taskId)).toMatchObject({
      title: 'B',
      priority: 3,
      estimate: 5,
      dueDate: '2031-02-03',
      type: 'bug',
      labels: ['api'],
      links: ['blocks:ALO-9'],
      version: 2,
    })
  })

  it('lets no set grow beyond its limit, edit by edit, and always shrink', () => {
    const world = given()
    const names = (from: number) => Array.from({ length: 50 }, (_, i) => `label-${from + i}`)
    const taskId = world.task({ labels: names(0) })
    const edit = { type: 'task.edit', taskId } as const
    const more = world.send('ben', { ...edit, add: { labels: ['one more'] } })
    expect(more.refusal).toMatchObject({ code: 'invalid', field: 'labels' })
    const other = { add: { labels: ['one more'] }, remove: { labels: ['label-0'] } }
    expect(world.send('ben', { ...edit, ...other }).outcome).toBe('applied')
    expect(world.send('ben', { ...edit, remove: { labels: names(1) } }).outcome).toBe('applied')
    expect(world.at(taskId).labels).toEqual(['one more'])
  })

  it('asks when a merged text would be longer than a text may be', () => {
    const world = given()
    const lines = Array.from({ length: 9 }, (_, i) => `line ${i}`)
    const taskId = world.task({ description: lines.join('\n') })
    const long = (at: number) => lines.with(at, 'x'.repeat(60_000)).join('\n')
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    world.send('ben', { ...edit, set: { description: long(0) } })
    const late = world.send('cleo', { ...edit, set: { description: long(8) } })
    expect(late.conflict?.fields.map((each) => each.field)).toEqual(['description'])
  })

  it('writes only what is new', () => {
    const world = given()
    const taskId = world.task({ labels: ['ui'], priority: 2 })
    const end = world.send('ben', {
      type: 'task.edit',
      taskId,
      set: { title: 'A', priority: 4 },
      add: { labels: ['ui'] },
    })
    expect(end.events[0]?.data).toEqual({ set: { priority: { from: 2, to: 4 } } })
  })

  it.each([
    ['the same values', { set: { title: 'A', estimate: null } }],
    ['the same title between spaces', { set: { title: ' A ' } }],
    ['a field left undefined', { set: { title: undefined, dueDate: undefined } }],
    ['a label that is there', { add: { labels: ['ui'] } }],
    ['the removal of a label that is not', { remove: { labels: ['api'] } }],
    ['nothing at all', {}],
  ])('has nothing to do for %s', (_, patch) => {
    const world = given()
    const taskId = world.task({ labels: ['ui'] })
    const end = world.send('ben', { type: 'task.edit', taskId, ...patch })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('keeps a label that is added and removed at once', () => {
    const world = given()
    const taskId = world.task()
    const both = { add: { labels: ['ui'] }, remove: { labels: ['ui'] } }
    world.send('ben', { type: 'task.edit', taskId, ...both })
    expect(world.at(taskId).labels).toEqual(['ui'])
  })

  it('refuses an empty title, strangers, and a task that is not there', () => {
    const world = given()
    const taskId = world.task()
    const send = (patch: object) => world.send('ben', { type: 'task.edit', taskId, ...patch })
    expect(send({ set: { title: ' ' } }).refusal).toMatchObject({ code: 'invalid', field: 'title' })
    expect(send({ add: { assignees: ['zoe'] } }).refusal?.field).toBe('assignees')
    expect(send({ taskId: 'none', set: { title: 'B' } }).refusal?.code).toBe('not-found')
    expect(world.at(taskId).version).toBe(1)
  })
})
