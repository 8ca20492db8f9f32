import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { authorizeProjectById } from '@/server/access/authorize'
import { loadTaskById } from '@/server/queries/taskById'
import { startOtherProcess } from '@/tests/support/otherProcess'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { replayedProject, storedProject, toComparable } from '@/tests/support/storedProject'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl, owner } = await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const startedAt = '2031-01-05T10:00:00.000Z'

const addWorklogCommand = (taskId: Id, seconds: number, baseVersion = 1) =>
  ({
    type: 'worklog.add',
    ...{ taskId, baseVersion, worklogId: newId(), seconds, startedAt, note: '' },
    remaining: 'auto',
  }) as const

it('concurrent worklogs from two processes all count', async () => {
  const elsewhere = startOtherProcess(appUrl)
  const mine = await makeProject(ann)
  const { projectId } = mine
  const taskId = await mine.createTask()
  const set = { originalEstimate: 360_000 }
  await mine.send({ type: 'task.edit', taskId, baseVersion: 1, set })
  const theirs = new TestClient(ben, projectId)
  const logs = Array.from({ length: 40 }, (_, i) => {
    const command = addWorklogCommand(taskId, 60 * (i + 1), 2)
    if (i % 2) return mine.send(command)
    const { clientId } = theirs
    return elsewhere(ben.scope, { commandId: newId(), clientId, projectId, command })
  })
  const outcomes = new Set((await Promise.all(logs)).map((answer) => answer.outcome))
  expect([...outcomes].every((each) => each === 'applied' || each === 'merged')).toBe(true)
  const stored = await storedProject(projectId)
  const sum = 60 * ((40 * 41) / 2)
  expect(stored.tasks.get(taskId)).toMatchObject({
    timeSpent: sum,
    remainingEstimate: 360_000 - sum,
  })
  expect(stored.worklogs.size).toBe(40)
  expect(toComparable(stored)).toEqual(toComparable(await replayedProject(projectId)))
})

it('changed and deleted worklogs are kept in the log, and only valid ones are shown', async () => {
  const mine = await makeProject(ann)
  const taskId = await mine.createTask()
  const [first, second] = [addWorklogCommand(taskId, 600), addWorklogCommand(taskId, 1_200, 2)]
  await mine.send(first)
  await mine.send(second)
  const on = { taskId, baseVersion: 3 }
  const edit = { ...on, worklogId: first.worklogId, set: { seconds: 900, note: 'Tests' } }
  await mine.send({ type: 'worklog.edit', ...edit })
  await mine.send({ type: 'worklog.delete', ...on, worklogId: second.worklogId })
  const stored = await storedProject(mine.projectId)
  expect(stored.tasks.get(taskId)?.timeSpent).toBe(900)
  expect(toComparable(stored)).toEqual(toComparable(await replayedProject(mine.projectId)))
  const scope = await authorizeProjectById(ann.account, mine.projectId)
  const opened = scope && (await loadTaskById(scope, taskId))
  expect(opened?.worklogs).toMatchObject([{ id: first.worklogId, seconds: 900, note: 'Tests' }])
})

it('a worklog of another project with the same id is not affected', async () => {
  const [mine, eves] = [await makeProject(ann), await makeProject(await makeWorkspace())]
  const command = addWorklogCommand(await mine.createTask(), 600)
  await mine.send(command)
  const taskId = await eves.createTask()
  expect((await eves.send({ ...command, taskId, seconds: 60 })).outcome).toBe('applied')
  const { worklogId } = command
  const away = { type: 'worklog.delete', taskId, baseVersion: 2, worklogId } as const
  await eves.send(away)
  const stored = await storedProject(mine.projectId)
  expect(stored.worklogs.get(worklogId)).toMatchObject({ seconds: 600, deletedAt: null })
})

it('a day that the workspace has locked is rejected, in the time zone of the author', async () => {
  const cleo = await makeWorkspace()
  const mine = await makeProject(cleo)
  const taskId = await mine.createTask()
  await owner`update workspace set locked_until = '2031-01-05' where id = ${cleo.workspaceId}`
  const late = { ...addWorklogCommand(taskId, 600), startedAt: '2031-01-05T23:30:00.000Z' }
  expect((await mine.send(late)).rejection).toMatchObject({
    code: 'period-locked',
    field: 'startedAt',
  })
  // In Kolkata it is already the 6th.
  await owner`update person set time_zone = 'Asia/Kolkata' where id = ${cleo.personId}`
  expect((await mine.send(late)).outcome).toBe('applied')
  const [row] = await database()
    .sql`select count(*)::int as all from worklog where task_id = ${taskId}`
  expect(row?.all).toBe(1)
})
