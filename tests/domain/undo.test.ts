import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/words'
import { given, limited, type World } from './support/given'
import type { Wish } from './support/log'

const undo = (undoes: Id, rest?: boolean): Wish => ({ type: 'command.undo', undoes, rest })

/** What can be compared before and after: whether something is archived or removed, not since when. */
function rows(world: World) {
  const { tasks, comments, project } = world.folded
  const passing = new Set(['version', 'updatedAt', 'editedAt'])
  const all = { tasks: [...tasks.values()], comments: [...comments.values()], project }
  return JSON.parse(
    JSON.stringify(all, (name, value) => {
      if (passing.has(name)) return undefined
      return /^(archived|deleted|removed)At$/.test(name) ? value !== null : value
    }),
  )
}

/** A project with two tasks, a sprint and a comment of ben's. */
function filled() {
  const world = given()
  const [a, b] = [world.task(), world.task()]
  world.send('ann', { type: 'sprint.create', sprintId: 's', name: 'One' })
  world.send('ben', { type: 'comment.add', taskId: a, commentId: 'c', body: 'Hello' })
  for (const versionId of ['v', 'w']) {
    world.send('ann', { type: 'version.add', versionId, name: versionId })
  }
  world.send('ann', { type: 'component.add', componentId: 'k', name: 'API' })
  world.send('ben', { type: 'task.edit', taskId: a, add: { fixVersions: ['v'] } })
  return { world, a, b }
}

const plan = (taskId: Id, sprintId: Id | null): Wish => ({
  type: 'task.plan',
  tasks: [{ taskId, baseVersion: 99 }],
  sprintId,
  place: {},
})
type Case = [string, 'ann' | 'ben', (a: Id, b: Id) => Wish]
const CASES: Case[] = [
  ['fields', 'ben', (a) => ({ type: 'task.edit', taskId: a, set: { title: 'B', priority: 2 } })],
  ['a text', 'ben', (a) => ({ type: 'task.edit', taskId: a, set: { description: 'Long' } })],
  ['labels', 'ben', (a) => ({ type: 'task.edit', taskId: a, add: { labels: ['x', 'y'] } })],
  ['a parent', 'ben', (a, b) => ({ type: 'task.nest', taskId: b, parentId: a })],
  ['a move', 'ben', (a) => ({ type: 'task.move', taskId: a, statusId: 'done', place: {} })],
  [
    'an order',
    'ben',
    (a) => ({ type: 'task.move', taskId: a, statusId: 'todo', place: { end: 'bottom' } }),
  ],
  ['a plan', 'ben', (a) => plan(a, 's')],
  ['an archive', 'ben', (a) => ({ type: 'task.archive', taskId: a })],
  [
    'a comment edited',
    'ben',
    (a) => ({ type: 'comment.edit', taskId: a, commentId: 'c', body: 'No' }),
  ],
  ['a comment deleted', 'ben', (a) => ({ type: 'comment.delete', taskId: a, commentId: 'c' })],
  ['a name', 'ann', () => ({ type: 'project.rename', name: 'Other' })],
  ['a sprint edited', 'ben', () => ({ type: 'sprint.edit', sprintId: 's', set: { goal: 'Go' } })],
  ['a sprint removed', 'ben', () => ({ type: 'sprint.remove', sprintId: 's' })],
  [
    'a column edited',
    'ann',
    () => ({ type: 'status.edit', statusId: 'todo', set: { name: 'Next', wipLimit: 9 } }),
  ],
  [
    'a version edited',
    'ann',
    () => ({
      type: 'version.edit',
      versionId: 'v',
      set: { name: '1.1', releaseDate: '2031-05-01' },
    }),
  ],
  [
    'a component edited',
    'ann',
    () => ({ type: 'component.edit', componentId: 'k', set: { name: 'Web', lead: 'ben' } }),
  ],
  [
    'a version released, its tasks moved on',
    'ann',
    () => ({
      ...{ type: 'version.release', versionId: 'v', releaseDate: '2031-05-01', moveTo: 'w' },
    }),
  ],
  ['a column removed', 'ann', () => ({ type: 'status.remove', statusId: 'todo', moveTo: 'done' })],
]

describe('taking back a command', () => {
  it.each(CASES)('puts back %s, and does it again', (_name, who, wish) => {
    const { world, a, b } = filled()
    const before = rows(world)
    const done = world.send(who, wish(a, b))
    expect(done.outcome).toBe('applied')
    const after = rows(world)
    expect(after).not.toEqual(before)
    const undone = world.send(who, undo(done.commandId))
    expect([undone.refusal, undone.outcome]).toEqual([undefined, 'applied'])
    expect(rows(world)).toEqual(before)
    const again = world.send(who, undo(undone.commandId))
    expect([again.refusal, again.outcome]).toEqual([undefined, 'applied'])
    expect(rows(world)).toEqual(after)
    expect(world.send(who, undo(again.commandId)).outcome).toBe('applied')
    expect(rows(world)).toEqual(before)
  })

  it('happens once: a second time there is nothing left to do', () => {
    const { world, a } = filled()
    const { commandId } = world.send('ben', {
      type: 'task.edit',
      taskId: a,
      set: { title: 'B' },
    })
    world.send('ben', undo(commandId))
    expect(world.send('ben', undo(commandId)).outcome).toBe('unchanged')
  })

  it('takes back what others did too, for a member, and nothing for a viewer', () => {
    const { world, a } = filled()
    const edit = { type: 'task.edit', taskId: a, set: { title: 'B' } } as const
    const { commandId } = world.send('ben', edit)
    expect(world.send('vic', undo(commandId)).refusal?.code).toBe('forbidden')
    expect(world.send('cleo', undo(commandId)).outcome).toBe('applied')
    expect(world.at(a).title).toBe('A')
  })

  it('leaves what an admin did to the project to admins, and a comment to its author', () => {
    const { world, a } = filled()
    const renamed = world.send('ann', { type: 'project.rename', name: 'Other' })
    expect(world.send('ben', undo(renamed.commandId)).refusal?.message).toMatch(/Only an admin/)
    const deleted = world.send('ben', { type: 'comment.delete', taskId: a, commentId: 'c' })
    expect(world.send('ann', undo(deleted.commandId)).refusal?.message).toMatch(/Only its author/)
  })

  it('knows no command that changed nothing', () => {
    expect(filled().world.send('ben', undo('nothing')).refusal?.code).toBe('not-found')
  })
})

describe('what stands in the way', () => {
  it('is named: the field, who changed it later, when, and where in the log', () => {
    const { world, a } = filled()
    const mine = world.send('ben', { type: 'task.edit', taskId: a, set: { title: 'B' } })
    const theirs = world.send('cleo', { type: 'task.edit', taskId: a, set: { title: 'C' } })
    const { refusal } = world.send('ben', undo(mine.commandId))
    const later = theirs.events[0]
    expect(refusal?.code).toBe('in-the-way')
    expect(refusal?.inTheWay).toEqual({
      rest: 0,
      obstacles: [
        {
          taskId: a,
          field: 'title',
          message: 'The title has been changed since.',
          by: 'cleo',
          at: later?.at,
          seq: later?.seq,
        },
      ],
    })
    expect(world.at(a).title).toBe('C')
  })

  it('keeps back only its own tasks when the rest is asked for', () => {
    const { world, a, b } = filled()
    const tasks = [a, b].map((taskId) => ({ taskId, baseVersion: 99 }))
    const bulk = world.send('ben', { type: 'task.bulk', tasks, change: { statusId: 'done' } })
    world.send('cleo', { type: 'task.move', taskId: b, statusId: 'in-progress', place: {} })
    const { refusal } = world.send('ben', undo(bulk.commandId))
    expect(refusal?.inTheWay).toMatchObject({
      rest: 1,
      obstacles: [{ taskId: b, field: 'status', by: 'cleo' }],
    })
    expect(world.column('done')).toEqual([a])
    expect(world.send('ben', undo(bulk.commandId, true)).outcome).toBe('merged')
    expect([world.at(a).statusId, world.at(b).statusId]).toEqual(['todo', 'in-progress'])
  })

  it('merges texts: only lines that were changed again stay', () => {
    const { world, a } = filled()
    const set = (description: string): Wish => ({
      type: 'task.edit',
      taskId: a,
      set: { description },
    })
    world.send('ben', set('one\n\ntwo\n\nthree'))
    const mine = world.send('ben', set('ONE\n\ntwo\n\nthree'))
    world.send('cleo', set('ONE\n\ntwo\n\nTHREE'))
    expect(world.send('ben', undo(mine.commandId)).outcome).toBe('merged')
    expect(world.at(a).description).toBe('one\n\ntwo\n\nTHREE')
  })

  it('can be a full column', () => {
    const world = given(limited(1))
    const [a, b] = [world.task(), world.task()]
    const move = (taskId: Id, statusId: string) =>
      world.send('ben', { type: 'task.move', taskId, statusId, place: {} })
    move(a, 'in-progress')
    const away = move(a, 'done')
    move(b, 'in-progress')
    expect(world.send('ben', undo(away.commandId)).refusal?.inTheWay?.obstacles).toMatchObject([
      { taskId: a, field: 'status' },
    ])
  })

  it('can be the archive', () => {
    const { world, a } = filled()
    const edit = world.send('ben', { type: 'task.edit', taskId: a, set: { title: 'B' } })
    world.send('cleo', { type: 'task.archive', taskId: a })
    const [first] = world.send('ben', undo(edit.commandId)).refusal?.inTheWay?.obstacles ?? []
    expect(first).toMatchObject({ by: 'cleo', message: expect.stringMatching(/archived/) })
  })

  it('is said of what never goes back', () => {
    const { world, a } = filled()
    world.send('ben', plan(a, 's'))
    const dates = { startDate: '2031-02-03', endDate: '2031-02-14' } as const
    const started = world.send('ann', { type: 'sprint.start', sprintId: 's', ...dates })
    expect(world.send('ann', undo(started.commandId)).refusal?.message).toMatch(/is completed/)
  })
})

describe('a task that was created', () => {
  const create = {
    type: 'task.create',
    taskId: 'new',
    taskType: 'task',
    title: 'New',
    statusId: 'todo',
    place: {},
  } as const

  it('is archived, and returns', () => {
    const { world } = filled()
    const { commandId } = world.send('ben', create)
    const undone = world.send('ben', undo(commandId))
    expect(world.at('new').archivedAt).not.toBeNull()
    world.send('ben', undo(undone.commandId))
    expect(world.at('new').archivedAt).toBeNull()
  })

  it('stays when others have worked on it', () => {
    const { world } = filled()
    const { commandId } = world.send('ben', create)
    world.send('ben', { type: 'task.edit', taskId: 'new', set: { title: 'Own' } })
    world.send('cleo', { type: 'task.edit', taskId: 'new', set: { priority: 1 } })
    const { refusal } = world.send('ben', undo(commandId))
    expect(refusal?.inTheWay).toMatchObject({ rest: 0, obstacles: [{ by: 'cleo' }] })
  })
})

describe('a column that returns', () => {
  const ways = (...ids: string[]) => ids.map((to) => ({ to, rules: [] }))
  const lead = (world: ReturnType<typeof given>, statusId: string, ...ids: string[]) =>
    world.send('ann', { type: 'status.edit', statusId, set: { transitions: ways(...ids) } })
  const remove = { type: 'status.remove', statusId: 'in-progress', moveTo: 'done' } as const

  it('is led to again from where it was, and the removal again closes those ways', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    const before = rows(world)
    const done = world.send('ann', remove)
    expect(world.status('todo').transitions).toEqual(ways('done'))
    const undone = world.send('ann', undo(done.commandId))
    expect(world.status('todo').transitions).toEqual(ways('done', 'in-progress'))
    expect(rows(world)).toEqual(before)
    world.send('ann', undo(undone.commandId))
    expect(world.status('todo').transitions).toEqual(ways('done'))
  })

  it('is led to again after a change of the whole workflow', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    lead(world, 'done', 'in-progress')
    const before = rows(world)
    const statuses = world.project.statuses.filter((status) => status.id !== 'in-progress')
    const orphans = { 'in-progress': 'done' }
    const done = world.send('ann', { type: 'workflow.change', statuses, orphans })
    expect(world.status('done').transitions).toEqual([])
    expect(world.send('ann', undo(done.commandId)).refusal).toBeUndefined()
    expect(rows(world)).toEqual(before)
  })

  it('leaves alone the ways that others have opened or closed since', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    lead(world, 'done', 'in-progress', 'todo')
    const done = world.send('ann', remove)
    world.send('ann', { type: 'status.edit', statusId: 'todo', set: { transitions: null } })
    lead(world, 'done')
    expect(world.send('ann', undo(done.commandId)).outcome).toBe('applied')
    expect(world.status('todo').transitions).toBeNull()
    expect(world.status('done').transitions).toEqual(ways('in-progress'))
  })

  it('is no goal of a way that returns while the column is gone', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    const closed = lead(world, 'todo', 'done')
    world.send('ann', remove)
    world.send('ann', undo(closed.commandId))
    expect(world.status('todo').transitions).toEqual(ways('done'))
  })

  it('is nothing that a workflow drawn before has closed', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    const done = world.send('ann', remove)
    const { version, statuses } = world.project
    const drawn = statuses.filter((status) => !status.removedAt)
    world.send('ann', undo(done.commandId))
    const renamed = drawn.map((each) => (each.id === 'done' ? { ...each, name: 'Closed' } : each))
    const wish = { type: 'workflow.change', statuses: renamed, orphans: {} } as const
    const end = world.send('ann', { ...wish, baseVersion: version }, { client: 'elsewhere' })
    expect([end.refusal, end.outcome]).toEqual([undefined, 'merged'])
    expect(world.status('todo').transitions).toEqual(ways('done', 'in-progress'))
    expect(world.status('done').name).toBe('Closed')
  })
})
