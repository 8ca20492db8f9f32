import { afterAll, expect, it } from 'vitest'
import { database } from '@/db/client'
import { rebuild } from '@/server/projections/rebuild'
import { sprintReports } from '@/server/projections/sprintReports'
import { createImportFolder, writeJiraFile } from '@/tests/support/importFiles'
import {
  activeSprint,
  closedSprint,
  historyEntry,
  issueInSprints,
  jiraSprint,
  shippedChange,
  shippedStatus,
  sprintChange,
  sprintEntries,
  withHistory,
} from '@/tests/support/jiraSprints'
import { makeWorkspace, type TestPerson } from '@/tests/support/people'
import { projectionRows, startProjection } from '@/tests/support/runningProjection'
import { storedLog, storedProject } from '@/tests/support/storedProject'
import { TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { importedSprints, toTaskKeys } from './importedSprints'
import { importedTasks, importFile } from './importJira'

await testDatabase()
const folder = createImportFolder()
const reportProjection = startProjection(sprintReports)
afterAll(() => reportProjection.stop())

const TABLES = ['sprint_report_change', 'sprint_report_lifecycle', 'sprint_report_project']
const firstFile = () => writeJiraFile(folder, 'reports.ndjson', sprintEntries())

const importedSprintsOf = (me: TestPerson, key: string) =>
  importedSprints(reportProjection, me, key)

/**
 * An export some weeks later: sprint Two is completed, with REP-2 done and REP-5 carried over to
 * Three.
 */
const laterEntries = () => {
  const ended = { ...activeSprint, state: 'closed', completeDate: '2024-03-29T16:00:00.000Z' }
  const three = jiraSprint(3, 'active', 'Three', {
    startDate: '2024-04-01T09:00:00.000Z',
    endDate: '2024-04-12T17:00:00.000Z',
  })
  return [
    withHistory(
      issueInSprints('REP-2', 8, [closedSprint, ended], {
        ...shippedStatus,
        updated: '2024-03-25T10:00:00.000+0000',
      }),
      historyEntry('02T10:01', sprintChange('', '1')),
      historyEntry('15T16:00', sprintChange('1', '1, 2')),
      historyEntry('25T10:00', shippedChange),
    ),
    issueInSprints('REP-5', 13, [closedSprint, ended, three], {
      updated: '2024-04-02T10:00:00.000+0000',
    }),
    issueInSprints('REP-6', 21, [ended], { updated: '2024-04-02T10:00:00.000+0000' }),
  ]
}
const laterFile = () => writeJiraFile(folder, 'later.ndjson', laterEntries())

it('a sprint completed in Jira since the last import is completed here at the same time', async () => {
  const me = await makeWorkspace()
  await importFile(me, firstFile())
  const again = await importFile(me, laterFile())
  expect(again.totals.notes).toEqual(['The sprint “Two” is completed in Jira. So it is here now.'])
  const all = await importedSprintsOf(me, 'REP')
  expect(all.sprints.get('Two')).toMatchObject({
    ...{ state: 'closed', completedAt: '2024-03-29T16:00:00.000Z' },
  })
  const second = toTaskKeys(all, await all.report('Two'))
  expect(second).toMatchObject({
    started: activeSprint.startDate,
    completed: '2024-03-29T16:00:00.000Z',
    committed: ['REP-2', 'REP-5', 'REP-6'],
    done: ['REP-2'],
    notDone: ['REP-5', 'REP-6'],
    carriedOut: ['REP-5', 'REP-6'],
  })
  const tasks = await importedTasks(me, 'REP')
  expect(tasks.get(5)?.sprintId).toBe(all.sprints.get('Three')?.id)
  expect(tasks.get(6)?.sprintId).toBeNull()
  const log = await storedLog(all.id)
  const turns = log.filter((e) => e.type === 'sprint.completed' || e.type === 'sprint.edited')
  expect(turns.map(({ type, at, imported }) => [type, at, imported])).toEqual([
    ['sprint.completed', '2024-03-29T16:00:00.000Z', true],
  ])
  const kept = await projectionRows(TABLES, all.id)
  await rebuild(database(), sprintReports, all.id, { batchSize: 3 })
  expect(await projectionRows(TABLES, all.id)).toEqual(kept)

  // A third run finds nothing new.
  const third = await importFile(me, laterFile())
  expect(third.totals).toMatchObject({ sprints: 0, notes: [], outcomes: { unchanged: 3 } })
  expect(await storedLog(all.id)).toHaveLength(log.length)
})

it('a planned sprint starts as in Jira and gets its new name', async () => {
  const me = await makeWorkspace()
  const before = jiraSprint(4, 'future', 'Four')
  await importFile(
    me,
    writeJiraFile(folder, 'early.ndjson', [issueInSprints('REP-1', 3, [before])]),
  )
  const running = { ...before, ...activeSprint, id: 4, name: 'Four, at last' }
  const next = writeJiraFile(folder, 'late.ndjson', [issueInSprints('REP-1', 3, [running])])
  const { totals } = await importFile(me, next)
  expect(totals.notes).toEqual([
    'The sprint “Four, at last” is running in Jira. So it is here now.',
  ])
  const all = await importedSprintsOf(me, 'REP')
  expect(all.sprints.get('Four, at last')).toMatchObject({
    ...{ state: 'active', startedAt: activeSprint.startDate, startDate: '2024-03-18' },
  })
  expect(toTaskKeys(all, await all.report('Four, at last'))).toMatchObject({ committed: ['REP-1'] })
  expect((await importFile(me, next)).totals.notes).toEqual([])
})

it('a sprint that people have changed here is not updated, and the report says so', async () => {
  const me = await makeWorkspace()
  await importFile(me, firstFile())
  const { id, sprints } = await importedSprintsOf(me, 'REP')
  const { project } = await storedProject(id)
  const [sprintId, baseVersion] = [sprints.get('Two')?.id ?? '', project?.version ?? 0]
  const client = new TestClient(me, id)
  await client.send({ type: 'sprint.edit', sprintId, baseVersion, set: { goal: 'Our own' } })
  const { totals } = await importFile(me, laterFile())
  expect(totals.notes).toEqual([
    'The sprint “Two” is completed in Jira. It stays as it is here: somebody here has changed it.',
  ])
  const after = (await importedSprintsOf(me, 'REP')).sprints.get('Two')
  expect(after).toMatchObject({ state: 'active', goal: 'Our own', completedAt: null })
})
