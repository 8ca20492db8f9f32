import { describe, expect, it } from 'vitest'
import { createTestProject } from './support/testProject'

describe('editing a task', () => {
  it('an edit writes every given field with its former value', () => {
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

  it('a set cannot grow beyond its limit but can always shrink', () => {
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

  it('a merge that exceeds the length limit of a text is a conflict', () => {
    const testProject = createTestProject()
    const lines = Array.from({ length: 9 }, (_, i) => `line ${i}`)
    const taskId = testProject.task({ description: lines.join('\n') })
    const long = (at: number) => lines.with(at, 'x'.repeat(60_000)).join('\n')
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    testProject.send('ben', { ...edit, set: { description: long(0) } })
    const late = testProject.send('cleo', { ...edit, set: { description: long(8) } })
    expect(late.conflict?.fields.map((each) => each.field)).toEqual(['description'])
  })

  it('only changed fields are written', () => {
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
    ['the same title with spaces around it', { set: { title: ' A ' } }],
    ['undefined fields', { set: { title: undefined, dueDate: undefined } }],
    ['a label that the task has', { add: { labels: ['ui'] } }],
    ['the removal of a label that the task lacks', { remove: { labels: ['api'] } }],
    ['no fields', {}],
  ])('an edit with %s changes nothing', (_, patch) => {
    const testProject = createTestProject()
    const taskId = testProject.task({ labels: ['ui'] })
    const end = testProject.send('ben', { type: 'task.edit', taskId, ...patch })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('a label that is both added and removed is kept', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const both = { add: { labels: ['ui'] }, remove: { labels: ['ui'] } }
    testProject.send('ben', { type: 'task.edit', taskId, ...both })
    expect(testProject.taskById(taskId).labels).toEqual(['ui'])
  })

  it('an empty title, an unknown assignee and an unknown task are rejected', () => {
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
