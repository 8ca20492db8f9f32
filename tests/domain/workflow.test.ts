import { describe, expect, it } from 'vitest'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { StatusId } from '@/domain/words'
import { given, limited, present, type World } from './support/given'
import { holdsFor, holdsForLog } from './support/invariants'

/** The statuses as an editor opened now would send them, unchanged. */
const drawn = (world: World): WorkflowStatus[] =>
  world.project.statuses
    .filter((status) => !status.removedAt)
    .map(({ id, name, category, color, wipLimit, transitions }) => {
      return { id, name, category, color, wipLimit, transitions }
    })

type Edit = Partial<WorkflowStatus>
const withEdits = (all: WorkflowStatus[], edits: Record<StatusId, Edit>) =>
  all.map((status) => ({ ...status, ...edits[status.id] }))

const fresh = (id: StatusId): WorkflowStatus => ({
  id,
  name: id,
  category: 'in_progress',
  color: 'violet',
  wipLimit: null,
  transitions: null,
})

function change(
  world: World,
  statuses: WorkflowStatus[],
  orphans: Record<StatusId, StatusId> = {},
  baseVersion?: number,
) {
  const end = world.send('ann', { type: 'workflow.change', statuses, orphans, baseVersion })
  holdsFor(world)
  return end
}

const order = (world: World) => drawn(world).map((status) => status.id)

describe('changing the workflow', () => {
  it('adds, edits, moves and removes statuses in one command', () => {
    const world = given()
    const [a, b] = [world.task(), world.task()]
    const [todo, doing, done] = drawn(world)
    const next = [
      present(done),
      { ...fresh('qa'), transitions: [{ to: 'done', rules: [] }] },
      { ...present(doing), name: ' Doing ', transitions: [{ to: 'qa', rules: [] }] },
    ]
    const end = change(world, next, { todo: 'qa' })
    expect(end.outcome).toBe('applied')
    const types = end.events.map((event) => event.type)
    expect(types).toEqual([
      'status.added',
      'status.edited',
      'status.moved',
      'task.moved',
      'task.moved',
      'status.removed',
    ])
    expect(order(world)).toEqual(['done', 'qa', 'in-progress'])
    expect(world.column('qa')).toEqual([a, b])
    expect(world.status('in-progress')).toMatchObject({
      name: 'Doing',
      transitions: [{ to: 'qa', rules: [] }],
      transitionsSince: world.now(),
    })
    expect(world.status(present(todo).id).removedAt).toBe(world.now())
    holdsForLog(world)
  })

  it('has nothing to do for the same workflow', () => {
    const world = given()
    expect(change(world, drawn(world)).outcome).toBe('unchanged')
  })

  it('moves as few columns as it can', () => {
    const world = given([...limited(9), { ...fresh('d') }, { ...fresh('e') }])
    const [a, b, c, d, e] = drawn(world)
    const next = [present(e), present(a), present(b), present(c), present(d)]
    const end = change(world, next)
    expect(end.events.map((event) => event.type)).toEqual(['status.moved'])
    expect(order(world)).toEqual(next.map((status) => status.id))
  })

  it.each([
    ['a status that goes without a word about its tasks', {}, 'Say where the tasks of To do go.'],
    [
      'tasks sent to a status that goes as well',
      { todo: 'in-progress', 'in-progress': 'done' },
      'The tasks of To do need a status that stays.',
    ],
    ['tasks sent nowhere', { todo: 'x' }, 'The tasks of To do need a status that stays.'],
    ['tasks of no status', { todo: 'done', x: 'done' }, 'Only statuses that go.'],
  ])('refuses %s', (_, orphans, message) => {
    const world = given()
    world.task()
    const going = new Set(['todo', ...Object.keys(orphans)])
    const left = drawn(world).filter((status) => !going.has(status.id))
    const end = change(world, left, orphans as unknown as Record<string, string>)
    expect(end.refusal).toMatchObject({ message, field: 'orphans' })
  })

  it('refuses an empty one, a status twice, one without a name, and one of before', () => {
    const world = given()
    const all = drawn(world)
    const first = present(all[0])
    expect(change(world, [], { todo: 'done' }).refusal?.code).toBe('last-status')
    expect(change(world, [...all, first]).refusal?.message).toBe('A status is named twice.')
    expect(change(world, [{ ...first, name: ' ' }, ...all.slice(1)]).refusal?.code).toBe('invalid')
    change(world, all.slice(1), { todo: 'done' })
    expect(change(world, all).refusal).toMatchObject({
      code: 'id-taken',
      message: 'To do was removed before.',
    })
  })

  it('refuses ways to nowhere, to itself, or twice to the same', () => {
    const world = given()
    for (const tos of [['x'], ['todo'], ['done', 'done']]) {
      const transitions = tos.map((to) => ({ to, rules: [] }))
      const end = change(world, withEdits(drawn(world), { todo: { transitions } }))
      expect(end.refusal?.message).toContain('To do')
    }
  })

  it('refuses tasks for which the status named has no room, counting what it says itself', () => {
    const world = given()
    for (let n = 0; n < 3; n++) world.task()
    const [, doing, done] = drawn(world)
    const tight = [{ ...present(doing), wipLimit: 2 }, present(done)]
    expect(change(world, tight, { todo: 'in-progress' }).refusal?.code).toBe('wip-limit')
    const wide = [{ ...present(doing), wipLimit: 3 }, present(done)]
    expect(change(world, wide, { todo: 'in-progress' }).outcome).toBe('applied')
  })

  it('is for admins alone', () => {
    const world = given()
    const wish = { type: 'workflow.change', statuses: drawn(world), orphans: {} } as const
    expect(world.send('ben', wish).refusal?.code).toBe('forbidden')
  })
})

describe('two people who change the workflow at once', () => {
  /** Both look at the same workflow; the first is done before the second comes. */
  function both(
    first: (all: WorkflowStatus[]) => WorkflowStatus[],
    second: (all: WorkflowStatus[]) => WorkflowStatus[],
    orphans: [Record<StatusId, StatusId>, Record<StatusId, StatusId>] = [{}, {}],
  ) {
    const world = given()
    world.becomes('ben', 'admin')
    const all = drawn(world)
    const baseVersion = world.project.version
    const send = (who: string, statuses: WorkflowStatus[], gone: Record<StatusId, StatusId>) =>
      world.send(who, { type: 'workflow.change', statuses, orphans: gone, baseVersion })
    send('ann', first(all), orphans[0])
    const end = send('ben', second(all), orphans[1])
    holdsForLog(world)
    return { world, end }
  }
  const edits = (some: Record<StatusId, Edit>) => (all: WorkflowStatus[]) => withEdits(all, some)
  const only = (to: StatusId) => ({ transitions: [{ to, rules: [] }] })

  it('both get their way on different statuses and fields', () => {
    const { world, end } = both(
      edits({ todo: { name: 'Ready', color: 'red' }, done: only('todo') }),
      edits({ todo: { category: 'in_progress' }, 'in-progress': only('done') }),
    )
    expect(end.outcome).toBe('merged')
    expect(world.status('todo')).toMatchObject({
      name: 'Ready',
      color: 'red',
      category: 'in_progress',
    })
    expect(world.status('done').transitions).toEqual([{ to: 'todo', rules: [] }])
    expect(world.status('in-progress').transitions).toEqual([{ to: 'done', rules: [] }])
  })

  it('clash on the same ways, and nothing of the second is written', () => {
    const { world, end } = both(
      edits({ todo: only('done') }),
      edits({ todo: only('in-progress'), done: { name: 'Shipped' } }),
    )
    expect(end).toMatchObject({ outcome: 'conflict', conflict: { reason: 'changed' } })
    expect(end.conflict?.fields.map((each) => each.field)).toEqual(['status todo transitions'])
    expect(world.status('done').name).toBe('Done')
    const decide = { type: 'conflict.resolve', conflictId: present(end.conflict).id } as const
    expect(world.send('ben', { ...decide, choice: 'mine' }).outcome).toBe('applied')
    expect(world.status('todo').transitions).toEqual([{ to: 'in-progress', rules: [] }])
    expect(world.status('done').name).toBe('Shipped')
  })

  it('agree where they want the same', () => {
    const { end } = both(edits({ todo: only('done') }), edits({ todo: only('done') }))
    expect(end.outcome).toBe('unchanged')
  })

  it('keep what either adds, and each its order', () => {
    const { world, end } = both(
      (all) => [...all.slice(0, 1), fresh('qa'), ...all.slice(1)],
      (all) => [...all.toReversed(), fresh('live')],
    )
    expect(end.outcome).toBe('merged')
    expect(order(world)).toEqual(['done', 'in-progress', 'todo', 'qa', 'live'])
  })

  it('keep the order of one where the other left it alone', () => {
    const { world } = both(
      (all) => all.toReversed(),
      (all) => [...all, fresh('live')],
    )
    expect(order(world)).toEqual(['done', 'live', 'in-progress', 'todo'])
  })

  it('may both remove the same, and may not change what the other removed', () => {
    const without = (all: WorkflowStatus[]) => all.filter((each) => each.id !== 'in-progress')
    const gone = { 'in-progress': 'done' }
    const twice = both(without, without, [gone, gone])
    expect(twice.end.outcome).toBe('unchanged')
    const lost = both(without, edits({ 'in-progress': { name: 'Doing' } }), [gone, {}])
    expect(lost.end.conflict?.reason).toBe('status-removed')
    const sent = both(without, (all) => all.slice(1), [gone, { todo: 'in-progress' }])
    expect(sent.end.conflict?.reason).toBe('status-removed')
  })

  it('lose a way to a status that the other removed, without a word', () => {
    const { world, end } = both(
      (all) => all.filter((each) => each.id !== 'in-progress'),
      edits({ todo: { transitions: ['in-progress', 'done'].map((to) => ({ to, rules: [] })) } }),
      [{ 'in-progress': 'done' }, {}],
    )
    expect(end.outcome).toBe('merged')
    expect(world.status('todo').transitions).toEqual([{ to: 'done', rules: [] }])
  })
})
