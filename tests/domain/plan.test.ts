import { describe, expect, it } from 'vitest'
import { given } from './support/given'
import { plan, running, section, sprintOf } from './support/sprints'

/** Four tasks in the backlog. */
function backlog() {
  const world = given()
  const [a, b, c, d] = [world.task(), world.task(), world.task(), world.task()]
  return { world, a, b, c, d }
}

describe('planning tasks', () => {
  it('ranks them behind, before and at the ends', () => {
    const { world, a, b, c, d } = backlog()
    plan(world, 'ben', [d], null, { after: a })
    expect(section(world, null)).toEqual([a, d, b, c])
    plan(world, 'ben', [c], null, { before: d })
    expect(section(world, null)).toEqual([a, c, d, b])
    plan(world, 'ben', [b], null, { end: 'top' })
    expect(section(world, null)).toEqual([b, a, c, d])
    plan(world, 'ben', [b], null, { end: 'bottom' })
    expect(section(world, null)).toEqual([a, c, d, b])
  })

  it('takes several in the order given', () => {
    const { world, a, b, c, d } = backlog()
    const end = plan(world, 'ben', [d, b], null, { end: 'top' })
    expect(section(world, null)).toEqual([d, b, a, c])
    expect(end.results).toMatchObject([
      { taskId: d, outcome: 'applied' },
      { taskId: b, outcome: 'applied' },
    ])
  })

  it('keeps new tasks behind all that was put last', () => {
    const { world, a, b, c, d } = backlog()
    plan(world, 'ben', [a], null, { end: 'bottom' })
    const late = world.task()
    expect(section(world, null)).toEqual([b, c, d, a, late])
  })

  it('has nothing to do where they stand already', () => {
    const { world, a, b } = backlog()
    expect(plan(world, 'ben', [b], null, { after: a })).toMatchObject({
      outcome: 'unchanged',
      events: [],
      results: [{ taskId: b, outcome: 'unchanged' }],
    })
  })

  it('is for stories, tasks and bugs', () => {
    const world = running()
    const epic = world.task({ taskType: 'epic' })
    const subtask = world.task({ taskType: 'subtask', parentId: world.task() })
    const bug = world.task({ taskType: 'bug' })
    expect(plan(world, 'ben', [epic], 'two').refusal?.message).toContain('epic')
    const end = plan(world, 'ben', [epic, subtask, bug], 'two')
    expect(end.results?.map((each) => each.outcome)).toEqual(['left', 'left', 'applied'])
    expect(section(world, 'two')).toEqual([bug])
  })
})

describe('two who re-rank at once', () => {
  it('both get what they asked, nearest to the neighbours that are left', () => {
    const { world, a, b, c, d } = backlog()
    const seen = (taskId: string) => [{ taskId, baseVersion: world.at(taskId).version }]
    const [first, second] = [seen(b), seen(d)]
    // Both drag behind `a`, one of them what the other one had as a neighbour.
    world.send('ben', { type: 'task.plan', tasks: first, sprintId: null, place: { end: 'bottom' } })
    const place = { after: b, before: c }
    const end = world.send('cleo', { type: 'task.plan', tasks: second, sprintId: null, place })
    expect(end.outcome).toBe('applied')
    expect(section(world, null)).toEqual([a, c, b, d])
  })

  it('take the other neighbour when the first has left for a sprint', () => {
    const { world, a, b, c, d } = backlog()
    sprintOf(world, 'one', 0)
    plan(world, 'ben', [b], 'one')
    plan(world, 'cleo', [d], null, { after: b, before: c })
    expect(section(world, null)).toEqual([a, d, c])
  })
})

describe('two who plan the same task', () => {
  const both = () => {
    const world = running()
    const taskId = world.task()
    const tasks = [{ taskId, baseVersion: world.at(taskId).version }]
    const to = (sprintId: string | null) =>
      ({ type: 'task.plan', tasks, sprintId, place: {} }) as const
    return { world, taskId, to }
  }

  it('agree about the same sprint', () => {
    const { world, taskId, to } = both()
    world.send('ben', to('two'))
    expect(world.send('cleo', to('two')).outcome).not.toBe('conflict')
    expect(world.at(taskId).sprintId).toBe('two')
  })

  it('are asked about two sprints, and may choose a third place', () => {
    const { world, taskId, to } = both()
    world.send('ben', to('two'))
    const end = world.send('cleo', to('one'))
    const clash = { field: 'sprint', base: null, theirs: 'two', mine: 'one', by: 'ben' }
    expect(end.conflict).toMatchObject({ reason: 'changed', taskId, fields: [clash] })
    const conflictId = end.conflict?.id ?? ''
    world.send('cleo', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(world.at(taskId).sprintId).toBe('one')
  })

  it('leave the task where it went when the second only re-ranked it', () => {
    const { world, taskId, to } = both()
    world.send('ben', to('two'))
    expect(world.send('cleo', to(null)).outcome).toBe('unchanged')
    expect(world.at(taskId).sprintId).toBe('two')
  })

  it('leave it out of a command about several', () => {
    const { world, taskId, to } = both()
    const other = world.task()
    const tasks = [...to('one').tasks, { taskId: other, baseVersion: 1 }]
    world.send('ben', to('two'))
    const end = world.send('cleo', { ...to('one'), tasks })
    expect(end.results).toMatchObject([{ taskId, outcome: 'left' }, { outcome: 'applied' }])
    expect([world.at(taskId).sprintId, world.at(other).sprintId]).toEqual(['two', 'one'])
  })
})

describe('a sprint that takes no more', () => {
  it.each([
    ['completed', 'one', { type: 'sprint.complete', sprintId: 'one', rest: null }],
    ['deleted', 'two', { type: 'sprint.remove', sprintId: 'two' }],
  ] as const)('%s meanwhile, is a conflict that another sprint settles', (_, id, end) => {
    const world = running()
    sprintOf(world, 'three', 0)
    const taskId = world.task()
    const tasks = [{ taskId, baseVersion: 1 }]
    world.send('ann', end)
    const drag = { type: 'task.plan', tasks, sprintId: id, place: {} } as const
    const { conflict } = world.send('ben', drag)
    expect(conflict).toMatchObject({ reason: 'sprint-closed', taskId, fields: [] })
    const edit = { ...drag, sprintId: 'three' }
    const decided = { type: 'conflict.resolve', conflictId: conflict?.id ?? '', edit } as const
    const settled = world.send('ben', { ...decided, choice: 'edited' })
    expect(settled.events.map((e) => e.type)).toEqual(['task.planned', 'conflict.resolved'])
    expect(world.at(taskId).sprintId).toBe('three')
  })

  it('is a refusal that names it, for several tasks', () => {
    const world = running()
    const ids = [world.task(), world.task()]
    world.send('ann', { type: 'sprint.complete', sprintId: 'one', rest: null })
    const end = plan(world, 'ben', ids, 'one')
    expect(end.refusal).toMatchObject({ code: 'sprint-closed' })
    expect(end.refusal?.message).toContain('one is completed')
  })

  it('lets a task of its own that is open again be planned anew', () => {
    const world = running()
    const [a = ''] = section(world, 'one')
    world.send('ben', { type: 'task.move', taskId: a, statusId: 'done', place: {} })
    world.send('ben', { type: 'sprint.complete', sprintId: 'one', rest: null })
    world.send('ben', { type: 'task.move', taskId: a, statusId: 'todo', place: {} })
    const [other, last] = [world.task(), world.task()]
    plan(world, 'ben', [last], null, { before: a })
    plan(world, 'ben', [a], null, { after: other })
    expect(section(world, null)).toEqual([last, ...section(world, null).slice(1)])
    expect(section(world, null).slice(-2)).toEqual([other, a])
    expect(plan(world, 'ben', [a], 'two').outcome).toBe('applied')
  })
})
