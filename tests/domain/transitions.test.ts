import { describe, expect, it } from 'vitest'
import type { Rule, Transition } from '@/domain/project/transition'
import type { StatusId } from '@/domain/words'
import { given, present, type World } from './support/given'

const ways = (transitions: Record<StatusId, Rule[]>): Transition[] =>
  Object.entries(transitions).map(([to, rules]) => ({ to, rules }))

/** The simple workflow, where nothing leads from `todo` but these ways. */
function from(transitions: Record<StatusId, Rule[]>): World {
  const world = given()
  open(world, transitions)
  return world
}

function open(world: World, transitions: Record<StatusId, Rule[]> | null) {
  const set = { transitions: transitions && ways(transitions) }
  return world.send('ann', { type: 'status.edit', statusId: 'todo', set })
}

const to = (statusId: StatusId) => ({ type: 'task.move', statusId, place: {} }) as const

describe('the ways between statuses', () => {
  it('are all open at first, and in logs from before there were any', () => {
    const world = given()
    expect(world.project.statuses.map((status) => status.transitions)).toEqual([null, null, null])
    expect(world.send('ben', { ...to('done'), taskId: world.task() }).outcome).toBe('applied')
  })

  it('refuse what is not open, and say what is', () => {
    const world = from({ 'in-progress': [] })
    const taskId = world.task()
    const end = world.send('ben', { ...to('done'), taskId })
    expect(end).toMatchObject({ outcome: 'refused', events: [] })
    expect(end.refusal).toEqual({
      code: 'transition',
      field: 'statusId',
      message: 'The workflow leads from To do to In progress, not to Done.',
    })
    expect(world.send('ben', { ...to('in-progress'), taskId }).outcome).toBe('applied')
  })

  it('say so where nothing leads on, and let tasks change places all the same', () => {
    const world = from({})
    const [a, b] = [world.task(), world.task()]
    const end = world.send('ann', { ...to('done'), taskId: a })
    expect(end.refusal?.message).toBe(
      'The workflow leads from To do nowhere. An admin can change that.',
    )
    expect(world.send('ben', { ...to('todo'), taskId: b, place: { before: a } }).outcome).toBe(
      'applied',
    )
  })

  it('do not hold back restoring, importing or removing a column', () => {
    const world = from({})
    const [a, b] = [world.task(), world.task()]
    world.send('ben', { type: 'task.archive', taskId: a })
    const restored = world.send('ben', { type: 'task.restore', taskId: a, statusId: 'done' })
    expect(restored.outcome).toBe('applied')
    world.send('ann', { type: 'status.remove', statusId: 'todo', moveTo: 'done' })
    expect(world.column('done')).toEqual([a, b])
  })

  it('close behind a status that is removed', () => {
    const world = from({ 'in-progress': [], done: [] })
    world.send('ann', { type: 'status.remove', statusId: 'in-progress', moveTo: 'todo' })
    expect(world.status('todo').transitions).toEqual([{ to: 'done', rules: [] }])
  })
})

describe('rules of a transition', () => {
  const needs = { done: [{ kind: 'require', fields: ['estimate', 'assignees'] }] as Rule[] }

  it('ask for fields, by name', () => {
    const world = from(needs)
    const taskId = world.task()
    const { refusal } = world.send('ben', { ...to('done'), taskId })
    expect(refusal).toEqual({
      code: 'transition',
      field: 'estimate',
      message: 'From To do to Done it needs an estimate and an assignee. Fill that in first.',
    })
  })

  it('ask for versions of either kind', () => {
    const world = from({
      done: [{ kind: 'require', fields: ['fixVersions', 'affectedVersions'] }],
    })
    world.send('ann', { type: 'version.add', versionId: 'one', name: '1.0' })
    const taskId = world.task()
    expect(world.send('ben', { ...to('done'), taskId }).refusal?.message).toBe(
      'From To do to Done it needs a fix version and an affected version. Fill that in first.',
    )
    const add = { fixVersions: ['one'], affectedVersions: ['one'] }
    expect(world.send('ben', { ...to('done'), taskId, add }).outcome).toBe('applied')
    expect(world.at(taskId)).toMatchObject({ statusId: 'done', ...add })
  })

  it('are met by what the move brings along, in one command', () => {
    const world = from(needs)
    const taskId = world.task()
    const fill = { set: { estimate: 3 }, add: { assignees: ['cleo'] } }
    const end = world.send('ben', { ...to('done'), taskId, ...fill })
    expect(end.events.map((event) => event.type)).toEqual(['task.edited', 'task.moved'])
    expect(world.at(taskId)).toMatchObject({ estimate: 3, assignees: ['cleo'], statusId: 'done' })
  })

  it('keep what is brought along when the task is there already', () => {
    const world = from(needs)
    const taskId = world.task({ estimate: 1, assignees: ['ben'] })
    const baseVersion = world.at(taskId).version
    world.send('cleo', { ...to('done'), taskId })
    const end = world.send('ben', { ...to('done'), taskId, baseVersion, set: { estimate: 5 } })
    expect(end.outcome).toBe('merged')
    expect(world.at(taskId)).toMatchObject({ estimate: 5, statusId: 'done' })
  })

  it('put both sides to its author where what is brought along clashes', () => {
    const world = from(needs)
    const taskId = world.task({ assignees: ['ben'] })
    const baseVersion = world.at(taskId).version
    world.send('cleo', { type: 'task.edit', taskId, set: { estimate: 8 } })
    const fill = { baseVersion, set: { estimate: 3 } }
    const end = world.send('ben', { ...to('done'), taskId, ...fill })
    expect(end.conflict?.fields).toMatchObject([{ field: 'estimate', theirs: 8, mine: 3 }])
    expect(world.at(taskId).statusId).toBe('todo')
    const decide = { type: 'conflict.resolve', conflictId: present(end.conflict).id } as const
    expect(world.send('ben', { ...decide, choice: 'mine' }).outcome).toBe('applied')
    expect(world.at(taskId)).toMatchObject({ estimate: 3, statusId: 'done' })
  })

  it('look whether there is a description', () => {
    const world = from({ done: [{ kind: 'require', fields: ['description'] }] })
    const [bare, told] = [world.task(), world.task({ description: 'x' })]
    expect(world.send('ben', { ...to('done'), taskId: bare }).refusal?.field).toBe('description')
    expect(world.send('ben', { ...to('done'), taskId: told }).outcome).toBe('applied')
  })

  it('let only some roles through, or whoever the task is assigned to', () => {
    const world = from({ done: [{ kind: 'only', roles: ['admin'], assignee: true }] })
    const [a, b, c] = [world.task(), world.task({ assignees: ['ben'] }), world.task()]
    expect(world.send('ben', { ...to('done'), taskId: a }).refusal?.message).toBe(
      'Only admins or the assignee may move it from To do to Done.',
    )
    expect(world.send('ben', { ...to('done'), taskId: b }).outcome).toBe('applied')
    expect(world.send('ann', { ...to('done'), taskId: c }).outcome).toBe('applied')
    // Assigning oneself on the way does not open it.
    const own = { add: { assignees: ['cleo'] } }
    expect(world.send('cleo', { ...to('done'), taskId: a, ...own }).outcome).toBe('refused')
  })

  it('set fields in the same event, and only what is not so already', () => {
    const world = from({
      done: [
        { kind: 'set', field: 'priority', to: 4 },
        { kind: 'set', field: 'assignees', to: 'actor' },
        { kind: 'set', field: 'resolution', to: 'done' },
        { kind: 'set', field: 'dueDate', to: null },
        { kind: 'require', fields: ['resolution'] },
      ],
    })
    const taskId = world.task({ assignees: ['cleo'] })
    const { events } = world.send('ben', { ...to('done'), taskId })
    expect(events).toHaveLength(1)
    expect(events[0]?.data).toMatchObject({
      set: { priority: { from: 0, to: 4 }, resolution: { from: null, to: 'done' } },
      sets: { assignees: { added: ['ben'], removed: ['cleo'] } },
    })
    expect(world.at(taskId)).toMatchObject({
      priority: 4,
      assignees: ['ben'],
      resolution: 'done',
      version: 2,
    })
  })

  it('count what a transition set as missed, so that it clashes with what others wanted', () => {
    const world = from({ done: [{ kind: 'set', field: 'priority', to: 4 }] })
    const taskId = world.task()
    const { version: baseVersion } = world.at(taskId)
    world.send('ben', { ...to('done'), taskId })
    const end = world.send('cleo', { type: 'task.edit', taskId, baseVersion, set: { priority: 1 } })
    expect(end.conflict?.fields).toMatchObject([{ field: 'priority', theirs: 4, mine: 1 }])
  })
})

describe('a workflow that changed while a move was on its way', () => {
  it('puts the move to its author instead of refusing it', () => {
    const world = given()
    const taskId = world.task()
    const madeAt = world.now()
    open(world, { 'in-progress': [] })
    const end = world.send('ben', { ...to('done'), taskId }, { madeAt })
    expect(end).toMatchObject({ outcome: 'conflict', conflict: { reason: 'transition' } })
    expect(world.at(taskId).statusId).toBe('todo')
    const decide = { type: 'conflict.resolve', conflictId: present(end.conflict).id } as const
    const again = world.send('ben', { ...decide, choice: 'mine' })
    expect(again.refusal?.code).toBe('transition')
    const edit = { ...to('in-progress'), taskId, baseVersion: 1 }
    expect(world.send('ben', { ...decide, choice: 'edited', edit }).outcome).toBe('applied')
    expect(world.at(taskId).statusId).toBe('in-progress')
  })

  it('keeps what the transition sets when an archived task comes back by a move', () => {
    const world = from({ done: [{ kind: 'set', field: 'priority', to: 4 }] })
    const taskId = world.task()
    const { version: baseVersion } = world.at(taskId)
    world.send('ann', { type: 'task.archive', taskId })
    const fill = { set: { estimate: 2 } }
    const lost = world.send('ben', { ...to('done'), taskId, baseVersion, ...fill })
    expect(lost.conflict?.reason).toBe('archived')
    const decide = { type: 'conflict.resolve', conflictId: present(lost.conflict).id } as const
    expect(world.send('ben', { ...decide, choice: 'mine' }).outcome).toBe('applied')
    expect(world.at(taskId)).toMatchObject({ statusId: 'done', priority: 4, estimate: 2 })
  })
})
