import { describe, expect, it } from 'vitest'
import { createTestProject } from './support/testProject'

describe('editing a task', () => {
  it('writes every field named, with what it was before', () => {
    const testProject = createTestProject()
    const taskId = testProject.task({ labels: ['ui'] })
    const end = testProject.send('ben', {
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
    expect(testProject.taskById(taskId)).toMatchObject({
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
    const testProject = createTestProject()
    const names = (from: number) => Array.from({ length: 50 }, (_, i) => `label-${from + i}`)
    const taskId = testProject.task({ labels: names(0) })
    const edit = { type: 'task.edit', taskId } as const
    const more = testProject.send('ben', { ...edit, add: { labels: ['one more'] } })
    expect(more.rejection).toMatchObject({ code: 'invalid', field: 'labels' })
    const other = { add: { labels: ['one more'] }, remove: { labels: ['label-0'] } }
    expect(testProject.send('ben', { ...edit, ...other }).outcome).toBe('applied')
    expect(testProject.send('ben', { ...edit, remove: { labels: names(1) } }).outcome).toBe(
      'applied',
    )
    expect(testProject.taskById(taskId).labels).toEqual(['one more'])
  })

  it('asks when a merged text would be longer than a text may be', () => {
    const testProject = createTestProject()
    const lines = Array.from({ length: 9 }, (_, i) => `line ${i}`)
    const taskId = testProject.task({ description: lines.join('\n') })
    const long = (at: number) => lines.with(at, 'x'.repeat(60_000)).join('\n')
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    testProject.send('ben', { ...edit, set: { description: long(0) } })
    const late = testProject.send('cleo', { ...edit, set: { description: long(8) } })
    expect(late.conflict?.fields.map((each) => each.field)).toEqual(['description'])
  })

  it('writes only what is new', () => {
    const testProject = createTestProject()
    const taskId = testProject.task({ labels: ['ui'], priority: 2 })
    const end = testProject.send('ben', {
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
    const testProject = createTestProject()
    const taskId = testProject.task({ labels: ['ui'] })
    const end = testProject.send('ben', { type: 'task.edit', taskId, ...patch })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('keeps a label that is added and removed at once', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const both = { add: { labels: ['ui'] }, remove: { labels: ['ui'] } }
    testProject.send('ben', { type: 'task.edit', taskId, ...both })
    expect(testProject.taskById(taskId).labels).toEqual(['ui'])
  })

  it('refuses an empty title, strangers, and a task that is not there', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const send = (patch: object) => testProject.send('ben', { type: 'task.edit', taskId, ...patch })
    expect(send({ set: { title: ' ' } }).rejection).toMatchObject({
      code: 'invalid',
      field: 'title',
    })
    expect(send({ add: { assignees: ['zoe'] } }).rejection?.field).toBe('assignees')
    expect(send({ taskId: 'none', set: { title: 'B' } }).rejection?.code).toBe('not-found')
    expect(testProject.taskById(taskId).version).toBe(1)
  })
})
