import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { authorizeProjectById } from '@/server/access/authorize'
import { loadRunningTimer } from '@/server/queries/runningTimer'
import { startTimer, stopTimer } from '@/server/time/timer'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

Object.assign(process.env, {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
  PUSHER_APP_ID: 'app',
  PUSHER_KEY: 'key',
  PUSHER_SECRET: 'secret',
  PUSHER_HOST: '127.0.0.1',
  PUSHER_PORT: '9',
})
await testDatabase()
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
