import { expect, it } from 'vitest'
import type { CommandOf } from '@/domain/commands'
import { given, type World } from './support/given'
import { DATES, plan, sprint } from './support/sprints'

const [began, over] = ['2029-01-02T09:00:00.000Z', '2029-01-14T16:00:00.000Z']

/** The sprint `far` as another tracker has it. */
function arrive(world: World, more: Partial<CommandOf<'sprint.import'>> = {}) {
  return world.send('ann', {
    ...{ type: 'sprint.import', baseVersion: 0, sprintId: 'far', name: 'Far', goal: '', ...DATES },
    ...{ state: 'planned', startedAt: null, completedAt: null },
    ...more,
  })
}
const running = { state: 'active', startedAt: began } as const
const closed = { ...running, state: 'closed', completedAt: over } as const

it('goes on as elsewhere and at the times of there, even two steps at once', () => {
  const world = given()
  arrive(world)
  const [open, done] = [world.task(), world.task({ statusId: 'done' })]
  plan(world, 'ann', [open, done], 'far')
  const end = arrive(world, { ...closed, name: 'Farther' })
  expect(end.events.map((e) => [e.type, e.imported && e.at.slice(0, 10)])).toEqual([
    ['sprint.edited', expect.any(String)],
    ['sprint.started', '2029-01-02'],
    ['sprint.completed', '2029-01-14'],
    ['task.planned', '2029-01-14'],
  ])
  expect(sprint(world, 'far')).toMatchObject({
    ...{ name: 'Farther', state: 'closed', startedAt: began, completedAt: over },
  })
  expect([world.at(open).sprintId, world.at(done).sprintId]).toEqual([null, 'far'])
  expect(arrive(world, { ...closed, name: 'Farther' }).outcome).toBe('unchanged')
})

it('stays with whoever has changed it here, and so does one that was deleted here', () => {
  const world = given()
  arrive(world, running)
  world.send('ben', { type: 'sprint.edit', sprintId: 'far', set: { goal: 'Ours' } })
  expect(arrive(world, closed).refusal).toMatchObject({
    ...{ code: 'sprint-left', message: expect.stringContaining('somebody here has changed it') },
  })
  const other = given()
  arrive(other)
  other.send('ben', { type: 'sprint.remove', sprintId: 'far' })
  expect(arrive(other, closed).outcome).toBe('unchanged')
})

it('follows on after its capacity and its place were set here', () => {
  const world = given()
  arrive(world, running)
  const capacity = { hoursPerDay: 6, daysOff: [] }
  world.send('ben', { type: 'sprint.capacity', sprintId: 'far', personId: 'ben', capacity })
  expect(arrive(world, closed).events.map((e) => e.type)).toEqual(['sprint.completed'])
})

it('neither goes back, nor starts beside another, nor at a time that nobody knows', () => {
  const why = (world: World, more: Partial<CommandOf<'sprint.import'>>) =>
    arrive(world, more).refusal?.message
  const ended = given()
  arrive(ended, closed)
  expect(why(ended, running)).toContain('it is completed')
  const planned = given()
  arrive(planned)
  expect(why(planned, { state: 'active' })).toContain('when it started')
  expect(why(planned, { ...closed, completedAt: null })).toContain('when it ended')
  const task = planned.task()
  planned.send('ann', { type: 'sprint.create', sprintId: 'own', name: 'Own' })
  plan(planned, 'ann', [task], 'own')
  planned.send('ann', { type: 'sprint.start', sprintId: 'own', ...DATES })
  expect(why(planned, running)).toContain('Own is running')
  planned.send('ann', { type: 'project.sprints', parallel: true })
  expect(arrive(planned, running).outcome).not.toBe('refused')
})
