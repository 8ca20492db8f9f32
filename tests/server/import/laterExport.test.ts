import { afterAll, expect, it } from 'vitest'
import { database } from '@/db/client'
import { rebuild } from '@/server/subscribers/rebuild'
import { reports } from '@/server/subscribers/reports'
import { testDatabase } from '@/tests/support/database'
import { importFolder, jiraFile } from '@/tests/support/imports'
import {
  done,
  history,
  issue,
  jiraSprint,
  one,
  planned,
  shipped,
  sprintEntries,
  told,
  two,
} from '@/tests/support/jiraSprints'
import { makeWorkspace, type TestPerson } from '@/tests/support/people'
import { Window } from '@/tests/support/project'
import { following, rowsOf } from '@/tests/support/readModel'
import { storedLog, storedProject } from '@/tests/support/stored'
import { knownOf, plain } from './knownSprints'
import { bringIn, tasksOf } from './support'

await testDatabase()
const folder = importFolder()
const live = following(reports)
afterAll(() => live.stop())

const TABLES = ['report_change', 'report_sprint', 'report_project']
const file = () => jiraFile(folder, 'reports.ndjson', sprintEntries())

const known = (me: TestPerson, key: string) => knownOf(live, me, key)

/** The export of some weeks later: Two has ended, with REP-2 done and REP-5 taken along to Three. */
const later = () => {
  const ended = { ...two, state: 'closed', completeDate: '2024-03-29T16:00:00.000Z' }
  const three = jiraSprint(3, 'active', 'Three', {
    startDate: '2024-04-01T09:00:00.000Z',
    endDate: '2024-04-12T17:00:00.000Z',
  })
  return [
    told(
      issue('REP-2', 8, [one, ended], { ...done, updated: '2024-03-25T10:00:00.000+0000' }),
      history('02T10:01', planned('', '1')),
      history('15T16:00', planned('1', '1, 2')),
      history('25T10:00', shipped),
    ),
    issue('REP-5', 13, [one, ended, three], { updated: '2024-04-02T10:00:00.000+0000' }),
    issue('REP-6', 21, [ended], { updated: '2024-04-02T10:00:00.000+0000' }),
  ]
}
const secondFile = () => jiraFile(folder, 'later.ndjson', later())

it('a sprint that ended in Jira since the last import is completed here, at the time of there', async () => {
  const me = await makeWorkspace()
  await bringIn(me, file())
  const again = await bringIn(me, secondFile())
  expect(again.totals.notes).toEqual(['The sprint “Two” is completed in Jira. So it is here now.'])
  const all = await known(me, 'REP')
  expect(all.sprints.get('Two')).toMatchObject({
    ...{ state: 'closed', completedAt: '2024-03-29T16:00:00.000Z' },
  })
  const second = plain(all, await all.report('Two'))
  expect(second).toMatchObject({
    started: two.startDate,
    completed: '2024-03-29T16:00:00.000Z',
    committed: ['REP-2', 'REP-5', 'REP-6'],
    done: ['REP-2'],
    notDone: ['REP-5', 'REP-6'],
    carriedOut: ['REP-5', 'REP-6'],
  })
  const tasks = await tasksOf(me, 'REP')
  expect(tasks.get(5)?.sprintId).toBe(all.sprints.get('Three')?.id)
  expect(tasks.get(6)?.sprintId).toBeNull()
  const log = await storedLog(all.id)
  const turns = log.filter((e) => e.type === 'sprint.completed' || e.type === 'sprint.edited')
  expect(turns.map(({ type, at, imported }) => [type, at, imported])).toEqual([
    ['sprint.completed', '2024-03-29T16:00:00.000Z', true],
  ])
  const kept = await rowsOf(TABLES, all.id)
  await rebuild(database().sql, reports, all.id, { atOnce: 3 })
  expect(await rowsOf(TABLES, all.id)).toEqual(kept)

  // A third time there is nothing new.
  const third = await bringIn(me, secondFile())
  expect(third.totals).toMatchObject({ sprints: 0, notes: [], outcomes: { unchanged: 3 } })
  expect(await storedLog(all.id)).toHaveLength(log.length)
})

it('a sprint that was only planned starts as it did in Jira, under the name that it has there', async () => {
  const me = await makeWorkspace()
  const before = jiraSprint(4, 'future', 'Four')
  await bringIn(me, jiraFile(folder, 'early.ndjson', [issue('REP-1', 3, [before])]))
  const running = { ...before, ...two, id: 4, name: 'Four, at last' }
  const next = jiraFile(folder, 'late.ndjson', [issue('REP-1', 3, [running])])
  const { totals } = await bringIn(me, next)
  expect(totals.notes).toEqual([
    'The sprint “Four, at last” is running in Jira. So it is here now.',
  ])
  const all = await known(me, 'REP')
  expect(all.sprints.get('Four, at last')).toMatchObject({
    ...{ state: 'active', startedAt: two.startDate, startDate: '2024-03-18' },
  })
  expect(plain(all, await all.report('Four, at last'))).toMatchObject({ committed: ['REP-1'] })
  expect((await bringIn(me, next)).totals.notes).toEqual([])
})

it('a sprint that people here have changed is left to them, and the report says so', async () => {
  const me = await makeWorkspace()
  await bringIn(me, file())
  const { id, sprints } = await known(me, 'REP')
  const { project } = await storedProject(id)
  const [sprintId, baseVersion] = [sprints.get('Two')?.id ?? '', project?.version ?? 0]
  const window = new Window(me, id)
  await window.send({ type: 'sprint.edit', sprintId, baseVersion, set: { goal: 'Our own' } })
  const { totals } = await bringIn(me, secondFile())
  expect(totals.notes).toEqual([
    'The sprint “Two” is completed in Jira. It stays as it is here: somebody here has changed it.',
  ])
  const after = (await known(me, 'REP')).sprints.get('Two')
  expect(after).toMatchObject({ state: 'active', goal: 'Our own', completedAt: null })
})
