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
  const sendToUser = async (id: Id, name: string) => {
    const { entries } = await timesheet(ann.scope, 'everybody', '2031-01-06', '2031-01-06')
    told.push([id, name, entries.filter((each) => each.projectId === mine.projectId).length])
    return {} as never
  }
  const running = following(tellingOfTime(time, { sendToUser }))
  const worklogId = newId()
  await Promise.all([log(bens, taskId, worklogId), log(bens, taskId), log(bens, taskId)])
  await vi.waitFor(() => expect(told.filter(([, , count]) => count === 3)).toHaveLength(2))
  const both = [ann.personId, ben.personId].sort()
  expect([...new Set(told.map(([id, name]) => `${id} ${name}`))].sort()).toEqual(
    both.map((id) => `${id} time`),
  )
  // The author hears of it too when an admin takes it away.
  told.length = 0
  await mine.send({ type: 'worklog.delete', taskId, baseVersion: 99, worklogId })
  await vi.waitFor(() => expect(told.map(([id]) => id).sort()).toEqual(both))
  expect(told.map(([, , count]) => count)).toEqual([2, 2])
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
  await vi.waitFor(() => expect(said).toHaveBeenCalled())
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
