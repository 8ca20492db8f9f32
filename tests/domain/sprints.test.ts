import { describe, expect, it } from 'vitest'
import { given } from './support/given'
import { DATES, plan, running, section, sprint, sprintOf } from './support/sprints'

describe('starting a sprint', () => {
  it('fixes what the team committed to', () => {
    const world = given()
    const [a = '', b = ''] = sprintOf(world, 'one', 2)
    world.send('ann', { type: 'task.edit', taskId: a, set: { estimate: 3 } })
    const end = world.send('ben', { type: 'sprint.start', sprintId: 'one', ...DATES })
    const scope = [
      { taskId: a, estimate: 3 },
      { taskId: b, estimate: null },
    ]
    expect(end.events.map((e) => e.data)).toMatchObject([{ sprintId: 'one', scope }])
    expect(sprint(world, 'one')).toMatchObject({ state: 'active', ...DATES })

    world.send('ann', { type: 'task.edit', taskId: a, set: { estimate: 8 } })
    plan(world, 'ann', [b], null)
    expect(world.events.find((e) => e.type === 'sprint.started')?.data).toMatchObject({ scope })
  })

  it('needs a task that is not archived', () => {
    const world = given()
    const [a = ''] = sprintOf(world, 'one', 1)
    world.send('ann', { type: 'task.archive', taskId: a })
    const end = world.send('ben', { type: 'sprint.start', sprintId: 'one', ...DATES })
    expect(end.refusal?.code).toBe('sprint-empty')
  })

  it('needs an end that is not before its start', () => {
    const world = given()
    sprintOf(world, 'one', 1)
    const dates = { startDate: DATES.endDate, endDate: DATES.startDate }
    const end = world.send('ben', { type: 'sprint.start', sprintId: 'one', ...dates })
    expect(end.refusal).toMatchObject({ code: 'invalid', field: 'endDate' })
  })

  it('says which other sprint runs, unless several may', () => {
    const world = running()
    const [task = ''] = section(world, 'one')
    plan(world, 'ann', [task], 'two')
    const start = { type: 'sprint.start', sprintId: 'two', ...DATES } as const
    const end = world.send('ben', start)
    expect(end.refusal).toMatchObject({ code: 'sprint-running' })
    expect(end.refusal?.message).toContain('one is running')
    world.send('ann', { type: 'project.sprints', parallel: true })
    expect(world.send('ben', start).outcome).toBe('applied')
  })
})

describe('two who start the same sprint', () => {
  const start = { type: 'sprint.start', sprintId: 'one', ...DATES } as const

  it('have nothing to disagree about with the same dates', () => {
    const world = given()
    sprintOf(world, 'one', 1)
    const baseVersion = world.project.version
    world.send('ben', { ...start, baseVersion })
    expect(world.send('cleo', { ...start, baseVersion }).outcome).toBe('unchanged')
  })

  it('disagree about dates, and the second can apply theirs', () => {
    const world = given()
    sprintOf(world, 'one', 1)
    const baseVersion = world.project.version
    world.send('ben', { ...start, baseVersion })
    const end = world.send('cleo', { ...start, baseVersion, endDate: '2031-02-21' })
    const clash = { base: null, theirs: DATES.endDate, mine: '2031-02-21', by: 'ben' }
    expect(end.conflict).toMatchObject({ reason: 'changed', fields: [clash] })
    const conflictId = end.conflict?.id ?? ''
    const choice = { type: 'conflict.resolve', conflictId, choice: 'mine' } as const
    expect(world.send('cleo', choice).outcome).toBe('applied')
    expect(sprint(world, 'one')).toMatchObject({ state: 'active', endDate: '2031-02-21' })
  })

  it('disagree also where the first began with the dates that were planned', () => {
    const world = given()
    sprintOf(world, 'one', 1)
    world.send('ann', { type: 'sprint.edit', sprintId: 'one', set: DATES })
    const baseVersion = world.project.version
    world.send('ben', { ...start, baseVersion })
    const end = world.send('cleo', { ...start, baseVersion, endDate: '2031-02-21' })
    expect(end.conflict?.fields).toMatchObject([{ theirs: DATES.endDate, mine: '2031-02-21' }])
  })
})

describe('completing a sprint', () => {
  it('sends what is not done where its command says, and keeps what is done', () => {
    const world = running()
    const [a = '', b = '', c = ''] = section(world, 'one')
    world.send('ben', { type: 'task.move', taskId: a, statusId: 'done', place: {} })
    const choices = [{ taskId: b, to: 'two' }]
    const end = world.send('ben', { type: 'sprint.complete', sprintId: 'one', rest: null, choices })
    expect(end.events[0]?.data).toMatchObject({
      done: [{ taskId: a }],
      left: [
        { taskId: b, to: 'two' },
        { taskId: c, to: null },
      ],
    })
    expect(sprint(world, 'one').state).toBe('closed')
    expect([section(world, 'one'), section(world, 'two'), section(world, null)]).toEqual([
      [a],
      [b],
      [c],
    ])
  })

  it('makes a new sprint for it', () => {
    const world = running()
    const create = { sprintId: 'three', name: 'Three' }
    world.send('ben', { type: 'sprint.complete', sprintId: 'one', rest: 'three', create })
    expect(sprint(world, 'three')).toMatchObject({ name: 'Three', state: 'planned' })
    expect(section(world, 'three')).toHaveLength(3)
  })

  it('takes along what came into it meanwhile', () => {
    const world = running()
    const baseVersion = world.project.version
    const late = world.task()
    plan(world, 'cleo', [late], 'one')
    world.send('ben', { type: 'sprint.complete', baseVersion, sprintId: 'one', rest: 'two' })
    expect(section(world, 'two')).toContain(late)
  })

  it('sends nothing to a sprint that takes nothing, nor to itself', () => {
    const world = running()
    const complete = { type: 'sprint.complete', sprintId: 'one' } as const
    expect(world.send('ben', { ...complete, rest: 'one' }).refusal?.code).toBe('sprint-closed')
    expect(world.send('ben', { ...complete, rest: 'none' }).refusal?.code).toBe('not-found')
    expect(sprint(world, 'one').state).toBe('active')
  })

  it('needs a sprint that runs', () => {
    const world = running()
    const end = world.send('ben', { type: 'sprint.complete', sprintId: 'two', rest: null })
    expect(end.refusal?.code).toBe('invalid')
  })
})

describe('two who complete the same sprint', () => {
  const both = (mine: object, theirs: object) => {
    const world = running()
    const baseVersion = world.project.version
    const complete = { type: 'sprint.complete', sprintId: 'one', rest: null, baseVersion } as const
    world.send('ben', { ...complete, ...theirs })
    return world.send('cleo', { ...complete, ...mine })
  }

  it('have nothing more to do where they want the same', () => {
    expect(both({}, {})).toMatchObject({ outcome: 'unchanged', events: [] })
    const create = (sprintId: string) => ({ rest: sprintId, create: { sprintId, name: 'Three' } })
    expect(both(create('x'), create('y')).outcome).toBe('unchanged')
  })

  it('learn that the tasks went elsewhere', () => {
    const end = both({ rest: 'two' }, {})
    expect(end).toMatchObject({ outcome: 'conflict', conflict: { reason: 'sprint-closed' } })
  })
})

describe('a completed sprint', () => {
  const completed = () => {
    const world = running()
    const baseVersion = world.project.version
    world.send('ann', { type: 'sprint.complete', sprintId: 'one', rest: null })
    return { world, baseVersion }
  }

  it('is a conflict for a change made before it was completed, a refusal after', () => {
    const { world, baseVersion } = completed()
    const edit = { type: 'sprint.edit', sprintId: 'one', set: { name: 'New' } } as const
    expect(world.send('ben', { ...edit, baseVersion }).conflict?.reason).toBe('sprint-closed')
    expect(world.send('ben', edit).refusal?.code).toBe('sprint-closed')
  })

  it('can go on, without the tasks that have left it', () => {
    const { world } = completed()
    world.send('ben', { type: 'sprint.reopen', sprintId: 'one' })
    expect(sprint(world, 'one')).toMatchObject({ state: 'active', completedAt: null })
    expect(section(world, 'one')).toEqual([])
    expect(world.send('ben', { type: 'sprint.reopen', sprintId: 'one' }).outcome).toBe('unchanged')
  })

  it('stays completed while another runs', () => {
    const { world } = completed()
    plan(world, 'ann', [world.task()], 'two')
    world.send('ann', { type: 'sprint.start', sprintId: 'two', ...DATES })
    const end = world.send('ben', { type: 'sprint.reopen', sprintId: 'one' })
    expect(end.refusal?.message).toContain('two is running')
  })
})

describe('deleting a sprint', () => {
  it('gives its tasks back to the backlog, archived ones too', () => {
    const world = given()
    const [a = '', b = ''] = sprintOf(world, 'one', 2)
    world.send('ann', { type: 'task.archive', taskId: b })
    world.send('ben', { type: 'sprint.remove', sprintId: 'one' })
    expect(section(world, null)).toEqual([a, b])
    expect(sprint(world, 'one').removedAt).not.toBeNull()
    expect(world.send('ben', { type: 'sprint.remove', sprintId: 'one' }).outcome).toBe('unchanged')
  })

  it('is not for one that runs', () => {
    const end = running().send('ben', { type: 'sprint.remove', sprintId: 'one' })
    expect(end.refusal?.code).toBe('invalid')
  })
})

describe('editing a sprint', () => {
  it('merges different fields, and asks about the same', () => {
    const world = running()
    const baseVersion = world.project.version
    const edit = (set: object) =>
      ({ type: 'sprint.edit', sprintId: 'two', baseVersion, set }) as const
    world.send('ben', edit({ name: 'Deux' }))
    expect(world.send('cleo', edit({ goal: 'Ship' })).outcome).toBe('merged')
    const end = world.send('cleo', edit({ name: 'Zwei' }))
    expect(end.conflict?.fields).toMatchObject([{ base: 'two', theirs: 'Deux', mine: 'Zwei' }])
    expect(sprint(world, 'two')).toMatchObject({ name: 'Deux', goal: 'Ship' })
  })

  it('leaves a running one its dates', () => {
    const world = running()
    const set = { endDate: null }
    const end = world.send('ben', { type: 'sprint.edit', sprintId: 'one', set })
    expect(end.refusal).toMatchObject({ code: 'invalid', field: 'endDate' })
  })

  it('puts it in front of another, or last', () => {
    const world = running()
    const order = () => world.project.sprints.map((each) => each.id)
    sprintOf(world, 'three', 0)
    world.send('ben', { type: 'sprint.move', sprintId: 'three', before: 'one' })
    expect(order()).toEqual(['three', 'one', 'two'])
    world.send('ben', { type: 'sprint.move', sprintId: 'one', before: null })
    expect(order()).toEqual(['three', 'two', 'one'])
    const end = world.send('ben', { type: 'sprint.move', sprintId: 'one', before: null })
    expect(end.outcome).toBe('unchanged')
  })
})

describe('capacity', () => {
  const of = (personId: string, hoursPerDay: number, daysOff: string[] = []) =>
    ({
      type: 'sprint.capacity',
      sprintId: 'two',
      personId,
      capacity: { hoursPerDay, daysOff },
    }) as const

  it('is judged person by person', () => {
    const world = running()
    const baseVersion = world.project.version
    world.send('ben', { ...of('ben', 6, ['2031-02-05', '2031-02-04', '2031-02-05']), baseVersion })
    expect(world.send('cleo', { ...of('cleo', 4), baseVersion }).outcome).toBe('merged')
    const end = world.send('cleo', { ...of('ben', 8), baseVersion })
    expect(end.conflict?.fields).toMatchObject([{ base: null, by: 'ben' }])
    expect(sprint(world, 'two').capacity).toEqual({
      ben: { hoursPerDay: 6, daysOff: ['2031-02-04', '2031-02-05'] },
      cleo: { hoursPerDay: 4, daysOff: [] },
    })
  })

  it('is nothing to do where it stands already, and can be taken away', () => {
    const world = running()
    world.send('ben', of('ben', 6))
    expect(world.send('ben', of('ben', 6)).outcome).toBe('unchanged')
    world.send('ben', { ...of('ben', 6), capacity: null })
    expect(sprint(world, 'two').capacity).toEqual({})
    expect(world.send('ben', of('zoe', 6)).refusal?.field).toBe('personId')
  })
})
