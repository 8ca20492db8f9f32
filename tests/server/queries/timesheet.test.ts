import { v7 as newId } from 'uuid'
import { expect, it, onTestFinished } from 'vitest'
import { database } from '@/db/client'
import type { Id, Instant } from '@/domain/kernel/primitives'
import { formatHours } from '@/domain/time/duration'
import { timesheetRowsOf } from '@/domain/time/timesheet'
import { startSubscribers } from '@/server/jobs/startSubscribers'
import { rebuild } from '@/server/projections/rebuild'
import { timeEntries } from '@/server/projections/timeEntries'
import { loadTimesheet } from '@/server/queries/timesheet'
import { exportTimesheetCsv } from '@/server/queries/timesheetCsv'
import { eventually } from '@/tests/support/eventually'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { makePerson, makeWorkspace, type TestPerson } from '../../support/people'

const { appUrl, owner } = await testDatabase()

const logTime = async (
  client: TestClient,
  taskId: Id,
  startedAt: Instant,
  seconds: number,
  note = '',
) => {
  const worklogId = newId()
  const base = { taskId, baseVersion: 99, worklogId, seconds, startedAt, note }
  await client.send({ type: 'worklog.add', ...base, remaining: 'auto' })
  return worklogId
}

/** Waits until the subscriber has read the whole log. */
async function waitUntilCaughtUp() {
  const running = startSubscribers({ url: appUrl, subscribers: [timeEntries] })
  onTestFinished(() => running.stop())
  await eventually(async () => {
    const behind = await database().sql`
      select 1 from project p left join checkpoint c
        on c.project_id = p.id and c.subscriber = 'time-entries'
      where p.seq > coalesce(c.seq, 0)`
    expect(behind.length).toBe(0)
  })
}

const storedEntries = (projectId: Id) => database().sql`
  select * from time_entry where project_id = ${projectId} order by worklog_id`

const setTimeZone = (person: TestPerson, zone: string) =>
  owner`update person set time_zone = ${zone} where id = ${person.personId}`

it('every worklog counts on the local date of its author, also across daylight saving changes', async () => {
  const ann = await makeWorkspace()
  const [ben, cleo] = [await makePerson(ann), await makePerson(ann)]
  await setTimeZone(ann, 'America/New_York')
  await setTimeZone(ben, 'Europe/Berlin')
  await setTimeZone(cleo, 'Asia/Kolkata')
  const mine = await makeProject(ann)
  const taskId = await mine.createTask()
  // Midnight in each of the three time zones, and the instant before.
  const midnights = [
    [ann, '2026-03-09T04:00:00.000Z'],
    [ben, '2026-03-29T22:00:00.000Z'],
    [cleo, '2026-03-28T18:30:00.000Z'],
  ] as const
  for (const [person, at] of midnights) {
    const client = new TestClient(person, mine.projectId)
    const before = new Date(Date.parse(at) - 1_000).toISOString()
    await logTime(client, taskId, before, 600)
    await logTime(client, taskId, at, 1_200)
  }
  await waitUntilCaughtUp()
  const sheet = await loadTimesheet(ann.scope, 'everybody', '2026-03-01', '2026-04-01')
  const seen = (person: TestPerson) =>
    sheet.entries
      .filter((each) => each.personId === person.personId)
      .map((each) => [each.day, each.seconds])
  expect(seen(ann)).toEqual([
    ['2026-03-08', 600],
    ['2026-03-09', 1_200],
  ])
  expect(seen(ben)).toEqual([
    ['2026-03-29', 600],
    ['2026-03-30', 1_200],
  ])
  expect(seen(cleo)).toEqual([
    ['2026-03-28', 600],
    ['2026-03-29', 1_200],
  ])
  const [first] = timesheetRowsOf(sheet, 'project')
  expect([...(first?.days.values() ?? [])].reduce((a, b) => a + b, 0)).toBe(3 * 1_800)
  const week = await loadTimesheet(ben.scope, ben.personId, '2026-03-30', '2026-04-05')
  expect(week.entries.map((each) => each.seconds)).toEqual([1_200])
})

it('a rebuild gives the same read model', async () => {
  const ann = await makeWorkspace()
  const mine = await makeProject(ann)
  const taskId = await mine.createTask()
  const kept = await logTime(mine, taskId, '2031-01-05T10:00:00.000Z', 600)
  await waitUntilCaughtUp()
  const gone = await logTime(mine, taskId, '2031-01-05T11:00:00.000Z', 60)
  const on = { taskId, baseVersion: 99 }
  const set = { seconds: 900, startedAt: '2031-01-06T10:00:00.000Z' }
  await mine.send({ type: 'worklog.edit', ...on, worklogId: kept, set })
  await mine.send({ type: 'worklog.delete', ...on, worklogId: gone })
  await mine.send({ type: 'worklog.edit', ...on, worklogId: kept, set: { seconds: 300 } })
  await waitUntilCaughtUp()
  const live = await storedEntries(mine.projectId)
  expect(live).toMatchObject([{ worklog_id: kept, seconds: 300, person_id: ann.personId }])
  for (const batchSize of [1, 2, 100]) {
    await owner`update time_entry set seconds = 1 where project_id = ${mine.projectId}`
    await rebuild(database(), timeEntries, mine.projectId, { batchSize })
    expect(await storedEntries(mine.projectId)).toEqual(live)
  }
})

it('time is summed by person, project, epic and label', async () => {
  const ann = await makeWorkspace()
  const ben = await makePerson(ann, 'member', 'Ben')
  const mine = await makeProject(ann)
  const theirs = new TestClient(ben, mine.projectId)
  const epic = await mine.createTask({ taskType: 'epic', title: 'Checkout' })
  const story = await mine.createTask({ taskType: 'story', labels: ['api', 'web'] })
  const bug = await mine.createTask({ taskType: 'bug' })
  await owner`update task set parent_id = ${epic} where id = ${story}`
  await logTime(mine, story, '2031-01-05T10:00:00.000Z', 3_600)
  await logTime(mine, epic, '2031-01-05T12:00:00.000Z', 600)
  await logTime(theirs, bug, '2031-01-06T10:00:00.000Z', 1_800)
  await waitUntilCaughtUp()
  const sheet = await loadTimesheet(ann.scope, 'everybody', '2031-01-01', '2031-01-31')
  const sums = (by: Parameters<typeof timesheetRowsOf>[1]) =>
    timesheetRowsOf(sheet, by).map((row) => [
      row.name.replace(/^P\d+-/, ''),
      formatHours([...row.days.values()].reduce((a, b) => a + b, 0)),
    ])
  expect(sums('epic')).toEqual([
    ['1 Checkout', '1h 10m'],
    ['No epic', '30m'],
  ])
  expect(sums('label')).toEqual([
    ['api', '1h'],
    ['web', '1h'],
    ['No label', '40m'],
  ])
  expect(
    sums('person')
      .map(([, time]) => time)
      .sort(),
  ).toEqual(['1h 10m', '30m'])
  await expect(loadTimesheet(ben.scope, 'everybody', '2031-01-01', '2031-01-31')).rejects.toThrow(
    'Only admins',
  )
  await expect(loadTimesheet(ben.scope, ann.personId, '2031-01-01', '2031-01-31')).rejects.toThrow(
    'Only admins',
  )
})

it('the time of another workspace is not visible', async () => {
  const [ann, eve] = [await makeWorkspace(), await makeWorkspace()]
  const mine = await makeProject(ann)
  await logTime(mine, await mine.createTask(), '2031-01-05T10:00:00.000Z', 600)
  await waitUntilCaughtUp()
  const sheet = await loadTimesheet(eve.scope, 'everybody', '2031-01-01', '2031-01-31')
  expect(sheet.entries).toEqual([])
  expect(
    (await loadTimesheet(eve.scope, ann.personId, '2031-01-01', '2031-01-31')).entries,
  ).toEqual([])
})

it('the CSV export is rounded and contains nothing that a spreadsheet would run', async () => {
  const ann = await makeWorkspace()
  const mine = await makeProject(ann)
  const taskId = await mine.createTask({ title: '=HYPERLINK("http://example.com")' })
  await logTime(mine, taskId, '2031-01-05T10:00:00.000Z', 60 * 61, '+1 "quoted"')
  await logTime(mine, taskId, '2031-01-05T12:00:00.000Z', 60 * 10)
  await waitUntilCaughtUp()
  const csv = await exportTimesheetCsv(ann.scope, 'everybody', '2031-01-01', '2031-01-31', {
    minutes: 15,
    mode: 'up',
  })
  const [header, line, end] = csv.split('\r\n')
  expect(header).toBe('day,person,project,key,title,epic,labels,hours,minutes,notes')
  expect(line).toContain(`"'=HYPERLINK(""http://example.com"")",,,1.25,75,"'+1 ""quoted"""`)
  expect(end).toBe('')
})
