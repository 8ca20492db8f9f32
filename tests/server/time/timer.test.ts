import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { authorizeProjectById } from '@/server/access/authorize'
import { loadRunningTimer } from '@/server/queries/runningTimer'
import { startTimer, stopTimer } from '@/server/time/timer'
import { execute } from '@/server/write/execute'
import { eventually } from '@/tests/support/eventually'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { transferEnvelope } from '@/tests/support/transfers'
import { countWaitingStatements } from '@/tests/support/waitingStatements'

Object.assign(process.env, {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
  PUSHER_APP_ID: 'app',
  PUSHER_KEY: 'key',
  PUSHER_SECRET: 'secret',
  PUSHER_HOST: '127.0.0.1',
  PUSHER_PORT: '9',
})
const { owner } = await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const cleo = await makePerson(ann)

const scopeIn = async (person: TestPerson, projectId: string) => {
  const scope = await authorizeProjectById(person.account, projectId)
  if (!scope) throw new Error('not let in')
  return scope
}

it('a person has one timer, whichever window starts it', async () => {
  const mine = await makeProject(ann)
  const scope = await scopeIn(ben, mine.projectId)
  const [one, two] = [await mine.createTask({ title: 'One' }), await mine.createTask()]
  expect(await startTimer(scope, one, null)).toBe(true)
  const first = await loadRunningTimer(ben.scope)
  expect(first).toMatchObject({ taskId: one, title: 'One', projectId: mine.projectId })
  expect(await startTimer(scope, one, null)).toBe(true)
  expect(await loadRunningTimer(ben.scope)).toEqual(first)
  expect(await startTimer(scope, two, null)).toBe(false)
  expect((await loadRunningTimer(ben.scope))?.taskId).toBe(one)
  expect(await startTimer(scope, two, first?.startedAt ?? '')).toBe(true)
  // A window that still shows the first timer can neither stop nor replace the second.
  await stopTimer(ben.scope, first?.startedAt ?? '')
  expect(await startTimer(scope, one, first?.startedAt ?? '')).toBe(false)
  const second = await loadRunningTimer(ben.scope)
  expect(second?.taskId).toBe(two)
  expect(await loadRunningTimer(cleo.scope)).toBeNull()
  await stopTimer(ben.scope, second?.startedAt ?? '')
  expect(await loadRunningTimer(ben.scope)).toBeNull()
})

it('only one timer starts when several windows start one concurrently', async () => {
  const mine = await makeProject(ann)
  const scope = await scopeIn(ann, mine.projectId)
  const tasks = await Promise.all(Array.from({ length: 8 }, () => mine.createTask()))
  const started = await Promise.all(tasks.map((taskId) => startTimer(scope, taskId, null)))
  expect(started.filter(Boolean)).toHaveLength(1)
  expect((await loadRunningTimer(ann.scope))?.taskId).toBe(tasks[started.indexOf(true)])
})

it('a timer does not start on a task that is archived, missing or foreign', async () => {
  const mine = await makeProject(ann)
  const scope = await scopeIn(ben, mine.projectId)
  const taskId = await mine.createTask()
  await mine.send({ type: 'task.archive', taskId, baseVersion: 1 })
  await expect(startTimer(scope, taskId, null)).rejects.toThrow('archived')
  await expect(startTimer(scope, newId(), null)).rejects.toThrow('nothing here')
  const other = await makeProject(ann)
  await expect(startTimer(scope, await other.createTask(), null)).rejects.toThrow('nothing here')
})

it('a timer that starts while its task is transferred moves along', async () => {
  const dan = await makePerson(ann)
  const [from, to] = [await makeProject(ann), await makeProject(ann)]
  const taskId = await from.createTask()
  const scope = await scopeIn(dan, from.projectId)
  const { starting, transferring } = await owner.begin(async (tx) => {
    // An uncommitted timer of the same person holds up the new one, after its task was checked.
    await tx`
      insert into timer (person_id, workspace_id, project_id, task_id, started_at)
      values (${dan.personId}, ${dan.workspaceId}, ${from.projectId}, ${taskId}, now())`
    const starting = startTimer(scope, taskId, null)
    await eventually(async () => expect(await countWaitingStatements(owner)).toBe(1))
    let isTransferred = false
    const transferring = execute(
      ann.scope,
      transferEnvelope(from.projectId, taskId, to.projectId),
    ).finally(() => {
      isTransferred = true
    })
    await eventually(async () =>
      expect(isTransferred || (await countWaitingStatements(owner)) >= 2).toBe(true),
    )
    await tx`delete from timer where person_id = ${dan.personId}`
    return { starting, transferring }
  })
  expect(await starting).toBe(true)
  expect((await transferring).outcome).toBe('applied')
  expect(await loadRunningTimer(dan.scope)).toMatchObject({ projectId: to.projectId })
})
