import { expect, it } from 'vitest'
import type { CommandOf } from '@/domain/commands'
import { DATES, planTasks, sprintById } from './support/sprints'
import { createTestProject, type TestProject } from './support/testProject'

const [began, over] = ['2029-01-02T09:00:00.000Z', '2029-01-14T16:00:00.000Z']

/** Imports the sprint `far` from another tracker. */
function importSprint(testProject: TestProject, more: Partial<CommandOf<'sprint.import'>> = {}) {
  return testProject.send('ann', {
    ...{ type: 'sprint.import', baseVersion: 0, sprintId: 'far', name: 'Far', goal: '', ...DATES },
    ...{ state: 'planned', startedAt: null, completedAt: null },
    ...more,
  })
}
const runningSprint = { state: 'active', startedAt: began } as const
const closedSprint = { ...runningSprint, state: 'closed', completedAt: over } as const

it('a repeated import updates the sprint with the times of the source, even two steps at once', () => {
  const testProject = createTestProject()
  importSprint(testProject)
  const [open, done] = [testProject.task(), testProject.task({ statusId: 'done' })]
  planTasks(testProject, 'ann', [open, done], 'far')
  const end = importSprint(testProject, { ...closedSprint, name: 'Farther' })
  expect(end.events.map((e) => [e.type, e.imported && e.at.slice(0, 10)])).toEqual([
    ['sprint.edited', expect.any(String)],
    ['sprint.started', '2029-01-02'],
    ['sprint.completed', '2029-01-14'],
    ['task.planned', '2029-01-14'],
  ])
  expect(sprintById(testProject, 'far')).toMatchObject({
    ...{ name: 'Farther', state: 'closed', startedAt: began, completedAt: over },
  })
  expect([testProject.taskById(open).sprintId, testProject.taskById(done).sprintId]).toEqual([
    null,
    'far',
  ])
  expect(importSprint(testProject, { ...closedSprint, name: 'Farther' }).outcome).toBe('unchanged')
})

it('an import does not overwrite a sprint that was changed or deleted here', () => {
  const testProject = createTestProject()
  importSprint(testProject, runningSprint)
  testProject.send('ben', { type: 'sprint.edit', sprintId: 'far', set: { goal: 'Ours' } })
  expect(importSprint(testProject, closedSprint).rejection).toMatchObject({
    ...{
      code: 'sprint-diverged',
      message: expect.stringContaining('somebody here has changed it'),
    },
  })
  const other = createTestProject()
  importSprint(other)
  other.send('ben', { type: 'sprint.remove', sprintId: 'far' })
  expect(importSprint(other, closedSprint).outcome).toBe('unchanged')
})

it('an import still updates a sprint whose capacity was set here', () => {
  const testProject = createTestProject()
  importSprint(testProject, runningSprint)
  const capacity = { hoursPerDay: 6, daysOff: [] }
  testProject.send('ben', {
    type: 'sprint.setCapacity',
    sprintId: 'far',
    personId: 'ben',
    capacity,
  })
  expect(importSprint(testProject, closedSprint).events.map((e) => e.type)).toEqual([
    'sprint.completed',
  ])
})

it('an import is rejected if it would revert the state, start a second sprint or lack a time', () => {
  const why = (testProject: TestProject, more: Partial<CommandOf<'sprint.import'>>) =>
    importSprint(testProject, more).rejection?.message
  const ended = createTestProject()
  importSprint(ended, closedSprint)
  expect(why(ended, runningSprint)).toContain('it is completed')
  const planned = createTestProject()
  importSprint(planned)
  expect(why(planned, { state: 'active' })).toContain('when it started')
  expect(why(planned, { ...closedSprint, completedAt: null })).toContain('when it ended')
  const task = planned.task()
  planned.send('ann', { type: 'sprint.create', sprintId: 'own', name: 'Own' })
  planTasks(planned, 'ann', [task], 'own')
  planned.send('ann', { type: 'sprint.start', sprintId: 'own', ...DATES })
  expect(why(planned, runningSprint)).toContain('Own is running')
  planned.send('ann', { type: 'project.setParallelSprints', parallel: true })
  expect(importSprint(planned, runningSprint).outcome).not.toBe('rejected')
})
