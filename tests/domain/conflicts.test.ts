import { describe, expect, it } from 'vitest'
import { createTestProject } from './support/testProject'

/** Returns a project with a task that Ben and Cleo change from the same base version, Ben first. */
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

describe('concurrent changes of different fields', () => {
  it('a move and a change of the title both apply', () => {
    const { testProject, edit, move, now } = projectWithTask()
    testProject.send('ben', move('done'))
    const end = testProject.send('cleo', edit({ set: { title: 'B' } }))
    expect(end.outcome).toBe('merged')
    expect(end.concurrentEvents.map((e) => e.type)).toEqual(['task.moved'])
    expect(now()).toMatchObject({ statusId: 'done', title: 'B', version: 3 })
  })

  it('a comment and a change of the estimate both apply', () => {
    const { testProject, taskId, edit, now } = projectWithTask()
    testProject.send('ben', { type: 'comment.add', taskId, commentId: 'c', body: 'x' })
    expect(testProject.send('cleo', edit({ set: { estimate: 3 } })).outcome).toBe('merged')
    expect(now()).toMatchObject({ commentCount: 1, estimate: 3 })
  })
})

describe('concurrent changes of a field to the same value', () => {
  it('moving a task to the same status a second time changes nothing', () => {
    const { testProject, move, now } = projectWithTask()
    testProject.send('ben', move('done'))
    expect(testProject.send('cleo', move('done'))).toMatchObject({
      outcome: 'unchanged',
      events: [],
    })
    expect(now().version).toBe(2)
  })

  it('only the other field is written when one of two is already the same', () => {
    const { testProject, edit } = projectWithTask()
    testProject.send('ben', edit({ set: { title: 'B' } }))
    const end = testProject.send('cleo', edit({ set: { title: 'B', priority: 4 } }))
    expect(end.events[0]?.data).toEqual({ set: { priority: { from: 0, to: 4 } } })
  })
})

describe('concurrent changes of sets', () => {
  it('additions and removals of both sides are merged', () => {
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

describe('concurrent changes of a long text', () => {
  const description = 'one\n\ntwo\n\nthree'

  it('changes of different lines are merged', () => {
    const { testProject, edit, now } = projectWithTask({ description })
    testProject.send('ben', edit({ set: { description: 'ONE\n\ntwo\n\nthree' } }))
    const end = testProject.send('cleo', edit({ set: { description: 'one\n\ntwo\n\nTHREE' } }))
    expect(end.outcome).toBe('merged')
    expect(now().description).toBe('ONE\n\ntwo\n\nTHREE')
  })

  it('changes of the same line conflict', () => {
    const { testProject, edit, now } = projectWithTask({ description })
    const theirs = description.replace('two', '2')
    const mine = description.replace('two', 'II')
    testProject.send('ben', edit({ set: { description: theirs } }))
    const end = testProject.send('cleo', edit({ set: { description: mine } }))
    expect(end.conflict?.fields).toMatchObject([{ base: description, theirs, mine, by: 'ben' }])
    expect(now().description).toBe(theirs)
  })

  it('lines that the other side has written too change nothing', () => {
    const { testProject, edit } = projectWithTask({ description })
    testProject.send('ben', edit({ set: { description: 'ONE\n\ntwo\n\nTHREE' } }))
    const end = testProject.send('cleo', edit({ set: { description: 'ONE\n\ntwo\n\nthree' } }))
    expect(end.outcome).toBe('unchanged')
  })
})

describe('concurrent changes of the order in a column', () => {
  it('both reorders apply', () => {
    const { testProject, taskId: a, move } = projectWithTask()
    const [b, c] = [testProject.task(), testProject.task()]
    testProject.send('ben', move('todo', { after: b }))
    const end = testProject.send('cleo', move('todo', { after: c }))
    expect(end.outcome).toBe('merged')
    expect(testProject.column('todo')).toEqual([b, c, a])
  })

  it('neighbours that have left the column are ignored', () => {
    const { testProject, taskId: a, move } = projectWithTask()
    const [b, c] = [testProject.task(), testProject.task()]
    testProject.send('ben', { type: 'task.move', taskId: b, statusId: 'done', position: {} })
    testProject.send('cleo', move('todo', { after: b, before: c }))
    expect(testProject.column('todo')).toEqual([a, c])
  })

  it('a reorder in a column that the task has left changes nothing', () => {
    const { testProject, move, now } = projectWithTask()
    testProject.task()
    testProject.send('ben', move('done'))
    expect(testProject.send('cleo', move('todo', { end: 'bottom' })).outcome).toBe('unchanged')
    expect(now().statusId).toBe('done')
  })
})

describe('concurrent changes of a field to different values', () => {
  it('the conflict contains both values, the author, the time and the concurrent events', () => {
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

  it('nothing of an edit is written when one of several fields conflicts', () => {
    const { testProject, edit, now } = projectWithTask()
    testProject.send('ben', edit({ set: { title: 'Ben' } }))
    const mine = { set: { title: 'Cleo', priority: 4 as const }, add: { labels: ['ui'] } }
    const end = testProject.send('cleo', edit(mine))
    expect(end.conflict?.fields.map((each) => each.field)).toEqual(['title'])
    expect(now()).toMatchObject({ title: 'Ben', priority: 0, labels: [], version: 2 })
  })

  it('the base of the conflict is the value that the sender saw, after several changes by others', () => {
    const { testProject, edit } = projectWithTask()
    testProject.send('ben', edit({ set: { estimate: 1 } }))
    testProject.send('ann', edit({ baseVersion: 2, set: { estimate: 2 } }))
    const [field] = testProject.send('cleo', edit({ set: { estimate: 3 } })).conflict?.fields ?? []
    expect(field).toMatchObject({ base: null, theirs: 2, mine: 3, by: 'ann' })
  })

  it('a field that others changed and reverted does not conflict', () => {
    const { testProject, edit, move, now } = projectWithTask()
    testProject.send('ben', move('in-progress'))
    testProject.send('ben', { ...move('todo'), baseVersion: 2 })
    testProject.send('ben', edit({ baseVersion: 3, set: { title: 'B' } }))
    testProject.send('ben', edit({ baseVersion: 4, set: { title: 'A' } }))
    expect(testProject.send('cleo', edit({ set: { title: 'C' } })).outcome).toBe('merged')
    expect(testProject.send('cleo', move('done')).outcome).toBe('merged')
    expect(now()).toMatchObject({ title: 'C', statusId: 'done' })
  })

  it('a move conflicts when the task was archived and restored to another column', () => {
    const { testProject, taskId, move } = projectWithTask()
    testProject.send('ben', { type: 'task.archive', taskId })
    testProject.send('ben', { type: 'task.restore', taskId, statusId: 'in-progress' })
    const [field] = testProject.send('cleo', move('done')).conflict?.fields ?? []
    expect(field).toMatchObject({ base: 'todo', theirs: 'in-progress', mine: 'done' })
  })

  it('concurrent edits of a column conflict too', () => {
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

describe('commands that are no longer possible', () => {
  it('an edit of a concurrently archived task is a conflict', () => {
    const { testProject, taskId, edit } = projectWithTask()
    testProject.send('ben', { type: 'task.archive', taskId })
    const end = testProject.send('cleo', edit({ set: { title: 'B' } }))
    expect(end.conflict).toMatchObject({ reason: 'archived', fields: [], concurrentSeqs: [3] })
  })

  it('a move to a removed column is a conflict', () => {
    const { testProject, move, now } = projectWithTask()
    testProject.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    expect(testProject.send('cleo', move('done')).conflict?.reason).toBe('status-removed')
    expect(now().version).toBe(1)
  })

  it('a new task in a removed column is a conflict without a task', () => {
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

describe("the sender's own earlier commands", () => {
  it('own earlier commands are not concurrent', () => {
    const { testProject, edit, move, now } = projectWithTask()
    testProject.send('ben', edit({ set: { title: 'B' } }))
    expect(testProject.send('ben', edit({ set: { title: 'C' } })).outcome).toBe('applied')
    testProject.send('ben', move('done'))
    expect(testProject.send('ben', move('in-progress')).outcome).toBe('applied')
    expect(now()).toMatchObject({ title: 'C', statusId: 'in-progress', version: 5 })
  })

  it('own commands from another window are concurrent', () => {
    const { testProject, edit } = projectWithTask()
    testProject.send('ben', edit({ set: { title: 'B' } }))
    const end = testProject.send('ben', edit({ set: { title: 'C' } }), { client: 'phone' })
    expect(end.outcome).toBe('conflict')
  })

  it('own earlier commands move the base forward and are not among the concurrent events', () => {
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

  it('an edit of a task that the sender has archived is rejected', () => {
    const { testProject, taskId, edit } = projectWithTask()
    testProject.send('cleo', { type: 'task.archive', taskId })
    const end = testProject.send('cleo', edit({ set: { title: 'B' } }))
    expect(end.rejection?.code).toBe('archived')
  })

  it('two queued edits of a text keep the lines of others', () => {
    const { testProject, edit, now } = projectWithTask({ description: 'one\n\ntwo\n\nthree' })
    testProject.send('ben', edit({ set: { description: 'BEN\n\ntwo\n\nthree' } }))
    testProject.send('cleo', edit({ set: { description: 'one\n\ntwo\n\nCLEO' } }))
    const end = testProject.send('cleo', edit({ set: { description: 'one\n\ntwo\n\nCLEO again' } }))
    expect(end.outcome).toBe('merged')
    expect(now().description).toBe('BEN\n\ntwo\n\nCLEO again')
  })
})
