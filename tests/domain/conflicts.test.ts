import { describe, expect, it } from 'vitest'
import { createTestProject } from './support/testProject'

/** Ben and cleo both look at the task as it is now; ben is first. */
function projectWithTask(draft = {}) {
  const testProject = createTestProject()
  const taskId = testProject.task(draft)
  const baseVersion = testProject.taskById(taskId).version
  const edit = (patch: object) => ({ type: 'task.edit', taskId, baseVersion, ...patch }) as const
  const move = (statusId: string, position = {}) =>
    ({ type: 'task.move', taskId, baseVersion, statusId, position }) as const
  return {
    testProject,
    taskId,
    baseVersion,
    edit,
    move,
    now: () => testProject.taskById(taskId),
  }
}

describe('different fields', () => {
  it('both apply: one moves, one renames', () => {
    const { testProject, edit, move, now } = projectWithTask()
    testProject.send('ben', move('done'))
    const end = testProject.send('cleo', edit({ set: { title: 'B' } }))
    expect(end.outcome).toBe('merged')
    expect(end.concurrentEvents.map((e) => e.type)).toEqual(['task.moved'])
    expect(now()).toMatchObject({ statusId: 'done', title: 'B', version: 3 })
  })

  it('both apply: a comment and an estimate', () => {
    const { testProject, taskId, edit, now } = projectWithTask()
    testProject.send('ben', { type: 'comment.add', taskId, commentId: 'c', body: 'x' })
    expect(testProject.send('cleo', edit({ set: { estimate: 3 } })).outcome).toBe('merged')
    expect(now()).toMatchObject({ commentCount: 1, estimate: 3 })
  })
})

describe('same field, same value', () => {
  it('has nothing to do when both moved it to done', () => {
    const { testProject, move, now } = projectWithTask()
    testProject.send('ben', move('done'))
    expect(testProject.send('cleo', move('done'))).toMatchObject({
      outcome: 'unchanged',
      events: [],
    })
    expect(now().version).toBe(2)
  })

  it('writes only the rest when one field of two is the same', () => {
    const { testProject, edit } = projectWithTask()
    testProject.send('ben', edit({ set: { title: 'B' } }))
    const end = testProject.send('cleo', edit({ set: { title: 'B', priority: 4 } }))
    expect(end.events[0]?.data).toEqual({ set: { priority: { from: 0, to: 4 } } })
  })
})

describe('sets', () => {
  it('merge what is added and what is removed', () => {
    const { testProject, edit, now } = projectWithTask({
      labels: ['api', 'ui'],
      assignees: ['ben'],
    })
    testProject.send('ben', edit({ add: { labels: ['new'], assignees: ['ann'] } }))
    const end = testProject.send('cleo', edit({ remove: { labels: ['api'], assignees: ['ben'] } }))
    expect(end.outcome).toBe('merged')
    expect(now()).toMatchObject({ labels: ['new', 'ui'], assignees: ['ann'] })
  })
})

describe('long text', () => {
  const description = 'one\n\ntwo\n\nthree'

  it('merges by line', () => {
    const { testProject, edit, now } = projectWithTask({ description })
    testProject.send('ben', edit({ set: { description: 'ONE\n\ntwo\n\nthree' } }))
    const end = testProject.send('cleo', edit({ set: { description: 'one\n\ntwo\n\nTHREE' } }))
    expect(end.outcome).toBe('merged')
    expect(now().description).toBe('ONE\n\ntwo\n\nTHREE')
  })

  it('conflicts where both changed one line', () => {
    const { testProject, edit, now } = projectWithTask({ description })
    const theirs = description.replace('two', '2')
    const mine = description.replace('two', 'II')
    testProject.send('ben', edit({ set: { description: theirs } }))
    const end = testProject.send('cleo', edit({ set: { description: mine } }))
    expect(end.conflict?.fields).toMatchObject([{ base: description, theirs, mine, by: 'ben' }])
    expect(now().description).toBe(theirs)
  })

  it('has nothing to do for lines that the other has written too', () => {
    const { testProject, edit } = projectWithTask({ description })
    testProject.send('ben', edit({ set: { description: 'ONE\n\ntwo\n\nTHREE' } }))
    const end = testProject.send('cleo', edit({ set: { description: 'ONE\n\ntwo\n\nthree' } }))
    expect(end.outcome).toBe('unchanged')
  })
})

describe('order within a column', () => {
  it('lets both reorder', () => {
    const { testProject, taskId: a, move } = projectWithTask()
    const [b, c] = [testProject.task(), testProject.task()]
    testProject.send('ben', move('todo', { after: b }))
    const end = testProject.send('cleo', move('todo', { after: c }))
    expect(end.outcome).toBe('merged')
    expect(testProject.column('todo')).toEqual([b, c, a])
  })

  it('passes over neighbours that have left', () => {
    const { testProject, taskId: a, move } = projectWithTask()
    const [b, c] = [testProject.task(), testProject.task()]
    testProject.send('ben', { type: 'task.move', taskId: b, statusId: 'done', position: {} })
    testProject.send('cleo', move('todo', { after: b, before: c }))
    expect(testProject.column('todo')).toEqual([a, c])
  })

  it('is void in a column that the task has left', () => {
    const { testProject, move, now } = projectWithTask()
    testProject.task()
    testProject.send('ben', move('done'))
    expect(testProject.send('cleo', move('todo', { end: 'bottom' })).outcome).toBe('unchanged')
    expect(now().statusId).toBe('done')
  })
})

describe('same scalar field, other value', () => {
  it('conflicts, with both sides, who, when and what was missed', () => {
    const { testProject, taskId, move, edit, now } = projectWithTask()
    const first = testProject.send('ben', move('in-progress'))
    const second = testProject.send('ben', edit({ baseVersion: 2, set: { priority: 2 } }))
    const end = testProject.send('cleo', move('done'))
    const missed = [...first.events, ...second.events]
    const at = missed[0]?.at
    const fields = [
      { field: 'status', base: 'todo', theirs: 'in-progress', mine: 'done', by: 'ben', at },
    ]
    expect(end).toMatchObject({ outcome: 'conflict', concurrentEvents: missed })
    expect(end.events).toMatchObject([{ type: 'conflict.detected', taskId, version: null }])
    expect(end.conflict).toEqual({
      id: 'command-5',
      taskId,
      personId: 'cleo',
      reason: 'changed',
      fields,
      unaffectedFields: ['priority'],
      command: move('done'),
      concurrentSeqs: missed.map((event) => event.seq),
      detectedAt: testProject.now(),
      resolved: null,
    })
    expect(testProject.conflict('command-5')).toEqual(end.conflict)
    expect(now()).toMatchObject({ statusId: 'in-progress', version: 3 })
  })

  it('holds back the whole edit when one field of several clashes', () => {
    const { testProject, edit, now } = projectWithTask()
    testProject.send('ben', edit({ set: { title: 'Ben' } }))
    const mine = { set: { title: 'Cleo', priority: 4 as const }, add: { labels: ['ui'] } }
    const end = testProject.send('cleo', edit(mine))
    expect(end.conflict?.fields.map((each) => each.field)).toEqual(['title'])
    expect(now()).toMatchObject({ title: 'Ben', priority: 0, labels: [], version: 2 })
  })

  it('starts from what the sender saw, however often others changed it', () => {
    const { testProject, edit } = projectWithTask()
    testProject.send('ben', edit({ set: { estimate: 1 } }))
    testProject.send('ann', edit({ baseVersion: 2, set: { estimate: 2 } }))
    const [field] = testProject.send('cleo', edit({ set: { estimate: 3 } })).conflict?.fields ?? []
    expect(field).toMatchObject({ base: null, theirs: 2, mine: 3, by: 'ann' })
  })

  it('is none when others changed it and changed it back', () => {
    const { testProject, edit, move, now } = projectWithTask()
    testProject.send('ben', move('in-progress'))
    testProject.send('ben', { ...move('todo'), baseVersion: 2 })
    testProject.send('ben', edit({ baseVersion: 3, set: { title: 'B' } }))
    testProject.send('ben', edit({ baseVersion: 4, set: { title: 'A' } }))
    expect(testProject.send('cleo', edit({ set: { title: 'C' } })).outcome).toBe('merged')
    expect(testProject.send('cleo', move('done')).outcome).toBe('merged')
    expect(now()).toMatchObject({ title: 'C', statusId: 'done' })
  })

  it('conflicts when the task came back from the archive into another column', () => {
    const { testProject, taskId, move } = projectWithTask()
    testProject.send('ben', { type: 'task.archive', taskId })
    testProject.send('ben', { type: 'task.restore', taskId, statusId: 'in-progress' })
    const [field] = testProject.send('cleo', move('done')).conflict?.fields ?? []
    expect(field).toMatchObject({ base: 'todo', theirs: 'in-progress', mine: 'done' })
  })

  it('holds for columns too', () => {
    const testProject = createTestProject()
    const edit = { type: 'status.edit', statusId: 'todo', baseVersion: 1 } as const
    testProject.send('ann', { ...edit, set: { name: 'Open', color: 'teal' } })
    const late = { ...edit, set: { name: 'New', wipLimit: 3 } }
    const end = testProject.send('ann', late, { client: 'phone' })
    expect(end.conflict).toMatchObject({
      taskId: null,
      fields: [{ field: 'status todo name', base: 'To do', theirs: 'Open', mine: 'New' }],
      unaffectedFields: ['status todo color'],
    })
    expect(testProject.status('todo')).toMatchObject({ name: 'Open', wipLimit: null })
  })
})

describe('the rule that allowed it is gone', () => {
  it('conflicts when the task was archived meanwhile', () => {
    const { testProject, taskId, edit } = projectWithTask()
    testProject.send('ben', { type: 'task.archive', taskId })
    const end = testProject.send('cleo', edit({ set: { title: 'B' } }))
    expect(end.conflict).toMatchObject({ reason: 'archived', fields: [], concurrentSeqs: [3] })
  })

  it('conflicts when the column has been removed', () => {
    const { testProject, move, now } = projectWithTask()
    testProject.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    expect(testProject.send('cleo', move('done')).conflict?.reason).toBe('status-removed')
    expect(now().version).toBe(1)
  })

  it('conflicts for a new task too, which then has no task yet', () => {
    const testProject = createTestProject()
    testProject.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const end = testProject.send('cleo', {
      type: 'task.create',
      taskId: 'new',
      taskType: 'task',
      title: 'A',
      statusId: 'done',
      position: {},
    })
    expect(end.conflict).toMatchObject({ reason: 'status-removed', taskId: null })
  })
})

describe("the same person's own earlier commands", () => {
  it('are not missed', () => {
    const { testProject, edit, move, now } = projectWithTask()
    testProject.send('ben', edit({ set: { title: 'B' } }))
    expect(testProject.send('ben', edit({ set: { title: 'C' } })).outcome).toBe('applied')
    testProject.send('ben', move('done'))
    expect(testProject.send('ben', move('in-progress')).outcome).toBe('applied')
    expect(now()).toMatchObject({ title: 'C', statusId: 'in-progress', version: 5 })
  })

  it('are missed when they come from another window', () => {
    const { testProject, edit } = projectWithTask()
    testProject.send('ben', edit({ set: { title: 'B' } }))
    const end = testProject.send('ben', edit({ set: { title: 'C' } }), { client: 'phone' })
    expect(end.outcome).toBe('conflict')
  })

  it('move the base along, and are not counted among the missed events', () => {
    const { testProject, edit } = projectWithTask()
    const own = testProject.send('cleo', edit({ set: { title: 'B' } }))
    const theirs = testProject.send('ben', edit({ baseVersion: 2, set: { title: 'C' } }))
    const end = testProject.send('cleo', edit({ set: { title: 'D' } }))
    expect(end.conflict).toMatchObject({
      fields: [{ base: 'B', theirs: 'C', mine: 'D' }],
      concurrentSeqs: theirs.events.map((event) => event.seq),
    })
    expect(own.events).toHaveLength(1)
  })

  it('refuse, not conflict, what they themselves have archived', () => {
    const { testProject, taskId, edit } = projectWithTask()
    testProject.send('cleo', { type: 'task.archive', taskId })
    const end = testProject.send('cleo', edit({ set: { title: 'B' } }))
    expect(end.rejection?.code).toBe('archived')
  })

  it('keep the lines of others when two of them were queued on the same text', () => {
    const { testProject, edit, now } = projectWithTask({ description: 'one\n\ntwo\n\nthree' })
    testProject.send('ben', edit({ set: { description: 'BEN\n\ntwo\n\nthree' } }))
    testProject.send('cleo', edit({ set: { description: 'one\n\ntwo\n\nCLEO' } }))
    const end = testProject.send('cleo', edit({ set: { description: 'one\n\ntwo\n\nCLEO again' } }))
    expect(end.outcome).toBe('merged')
    expect(now().description).toBe('BEN\n\ntwo\n\nCLEO again')
  })
})
