import { v7 as newId } from 'uuid'
import { afterEach, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { timesheet } from '@/server/queries/timesheet'
import { tellingOfTime } from '@/server/subscribers/tellTime'
import { time } from '@/server/subscribers/time'
import { testDatabase } from '../../support/database'
import { makePerson, makeWorkspace } from '../../support/people'
import { makeProject, Window } from '../../support/project'
import { following } from '../../support/readModel'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const cleo = await makePerson(ann)
const elsewhere = await makeWorkspace()
afterEach(() => vi.restoreAllMocks())

/** Long enough for a machine that is busy. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000 })

const log = (window: Window, taskId: Id, worklogId = newId()) =>
  window.send({
    ...{ type: 'worklog.add', taskId, baseVersion: 99, worklogId, seconds: 600, note: '' },
    ...{ startedAt: '2031-01-06T10:00:00.000Z', remaining: 'auto' },
  })

it('tells whoever worked, and the admins, once the times can be read', async () => {
  const mine = await makeProject(ann)
  const bens = new Window(ben, mine.projectId)
  const taskId = await mine.createTask()
  const told: [Id, string, number][] = []
  let sent = 0
  const sendToUser = async (id: Id, name: string) => {
    sent++
    const { entries } = await timesheet(ann.scope, 'everybody', '2031-01-06', '2031-01-06')
    told.push([id, name, entries.filter((each) => each.projectId === mine.projectId).length])
    return {} as never
  }
  const subscriber = tellingOfTime(time, { sendToUser })
  const running = following(subscriber)
  const worklogId = newId()
  const { events } = await log(bens, taskId, worklogId)
  const both = [ann.personId, ben.personId].sort()
  await soon(() => expect(told.map(([id]) => id).sort()).toEqual(both))
  expect(told.map(([, name, count]) => [name, count])).toEqual([
    ['time', 1],
    ['time', 1],
  ])
  // What comes in a burst is told of once.
  told.length = 0
  for (let i = 0; i < 3; i++) {
    subscriber.committed?.({ projectId: mine.projectId, events }, database().sql)
  }
  await soon(() => expect(told.map(([id]) => id).sort()).toEqual(both))
  // The author hears of it too when an admin takes it away.
  told.length = 0
  await mine.send({ type: 'worklog.delete', taskId, baseVersion: 99, worklogId })
  await soon(() => expect(told.map(([id]) => id).sort()).toEqual(both))
  expect(told.map(([, , count]) => count)).toEqual([0, 0])
  expect(sent).toBe(6)
  // A task that is archived changes nobody's time.
  told.length = 0
  await mine.send({ type: 'task.archive', taskId: await mine.createTask(), baseVersion: 1 })
  await running.caughtUp(mine.projectId)
  await log(mine, taskId)
  await soon(() => expect(told.length).toBeGreaterThan(0))
  expect(told.map(([id]) => id)).toEqual([ann.personId])
  expect(told.some(([id]) => [cleo.personId, elsewhere.personId].includes(id))).toBe(false)
  await running.stop()
})

it('goes on where nobody can be told', async () => {
  const mine = await makeProject(ann)
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const sendToUser = () => Promise.reject(new Error('no realtime server'))
  const running = following(tellingOfTime(time, { sendToUser }))
  await log(mine, await mine.createTask())
  await running.caughtUp(mine.projectId)
  await soon(() => expect(said).toHaveBeenCalled())
  expect(running.faults).toEqual([])
  const kept = await database().sql`select 1 from time_entry where project_id = ${mine.projectId}`
  expect(kept).toHaveLength(1)
  const [sheet, answer] = [
    await timesheet(ann.scope, 'everybody', '2031-01-06', '2031-01-06'),
    await database().sql<{ seq: string }[]>`select seq from project where id = ${mine.projectId}`,
  ]
  expect(sheet.upTo[mine.projectId]).toBe(Number(answer[0]?.seq))
  await running.stop()
})
