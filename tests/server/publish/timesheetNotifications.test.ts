import { v7 as newId } from 'uuid'
import { afterEach, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { logger } from '@/server/observability/logger'
import { timeEntries } from '@/server/projections/timeEntries'
import { withTimesheetNotifications } from '@/server/publish/timesheetNotifications'
import { loadTimesheet } from '@/server/queries/timesheet'
import { eventually } from '@/tests/support/eventually'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { startProjection } from '@/tests/support/runningProjection'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const cleo = await makePerson(ann)
const otherWorkspace = await makeWorkspace()
afterEach(() => vi.restoreAllMocks())

const logTime = (client: TestClient, taskId: Id, worklogId = newId()) =>
  client.send({
    ...{ type: 'worklog.add', taskId, baseVersion: 99, worklogId, seconds: 600, note: '' },
    ...{ startedAt: '2031-01-06T10:00:00.000Z', remaining: 'auto' },
  })

it('the author and the admins are notified when the new time can be read', async () => {
  const mine = await makeProject(ann)
  const benClient = new TestClient(ben, mine.projectId)
  const taskId = await mine.createTask()
  const notifications: [Id, string, number][] = []
  let sent = 0
  const sendToUser = async (id: Id, name: string) => {
    sent++
    const { entries } = await loadTimesheet(ann.scope, 'everybody', '2031-01-06', '2031-01-06')
    notifications.push([
      id,
      name,
      entries.filter((each) => each.projectId === mine.projectId).length,
    ])
    return {} as never
  }
  const subscriber = withTimesheetNotifications(timeEntries, { sendToUser })
  const running = startProjection(subscriber)
  const worklogId = newId()
  const { events } = await logTime(benClient, taskId, worklogId)
  const both = [ann.personId, ben.personId].sort()
  await eventually(() => expect(notifications.map(([id]) => id).sort()).toEqual(both))
  expect(notifications.map(([, name, count]) => [name, count])).toEqual([
    ['timesheet-changed', 1],
    ['timesheet-changed', 1],
  ])
  // A burst of changes causes one notification.
  notifications.length = 0
  for (let i = 0; i < 3; i++) {
    subscriber.afterCommit?.({ projectId: mine.projectId, events }, database().db)
  }
  await eventually(() => expect(notifications.map(([id]) => id).sort()).toEqual(both))
  // The author is also notified when an admin deletes the worklog.
  notifications.length = 0
  await mine.send({ type: 'worklog.delete', taskId, baseVersion: 99, worklogId })
  await eventually(() => expect(notifications.map(([id]) => id).sort()).toEqual(both))
  expect(notifications.map(([, , count]) => count)).toEqual([0, 0])
  expect(sent).toBe(6)
  // Archiving a task changes no time.
  notifications.length = 0
  await mine.send({ type: 'task.archive', taskId: await mine.createTask(), baseVersion: 1 })
  await running.waitUntilCaughtUp(mine.projectId)
  await logTime(mine, taskId)
  await eventually(() => expect(notifications.length).toBeGreaterThan(0))
  expect(notifications.map(([id]) => id)).toEqual([ann.personId])
  expect(notifications.some(([id]) => [cleo.personId, otherWorkspace.personId].includes(id))).toBe(
    false,
  )
  await running.stop()
})

it('the subscriber continues when notifications fail', async () => {
  const mine = await makeProject(ann)
  const said = vi.spyOn(logger(), 'warn').mockImplementation(() => {})
  const sendToUser = () => Promise.reject(new Error('no realtime server'))
  const running = startProjection(withTimesheetNotifications(timeEntries, { sendToUser }))
  await logTime(mine, await mine.createTask())
  await running.waitUntilCaughtUp(mine.projectId)
  await eventually(() => expect(said).toHaveBeenCalled())
  expect(running.errors).toEqual([])
  const kept = await database().sql`select 1 from time_entry where project_id = ${mine.projectId}`
  expect(kept).toHaveLength(1)
  const [sheet, answer] = [
    await loadTimesheet(ann.scope, 'everybody', '2031-01-06', '2031-01-06'),
    await database().sql<{ seq: string }[]>`select seq from project where id = ${mine.projectId}`,
  ]
  expect(sheet.seqByProject[mine.projectId]).toBe(Number(answer[0]?.seq))
  await running.stop()
})
