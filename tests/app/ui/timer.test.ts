import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test } from 'vitest'
import { ResponseOrder } from '@/app/_api/responseOrder'
import { type Workspace, WorkspaceProvider } from '@/app/_features/shell/useWorkspace'
import {
  fetchRunningTimer,
  setRunningTimer,
  setTimerPrompt,
  useTimer,
} from '@/app/_features/time/timer/timerStore'
import { TimerWorklog } from '@/app/_features/time/timer/timerWorklog'
import { loadTaskById } from '@/server/queries/taskById'
import { makeWorkspace } from '@/tests/support/people'
import { projectScope } from '@/tests/support/replica'
import { signedInBrowser } from '@/tests/support/signedInBrowser'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
Object.assign(process.env, {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
})

const SLUG = 'field'
const workspace: Workspace = {
  slug: SLUG,
  name: 'Field',
  projects: [],
  me: { id: 'ada', name: 'Ada', email: 'ada@example.com', role: 'admin' },
  timeSettings: { hoursPerDay: 8, daysPerWeek: 5, lockedUntil: null, timeZone: 'UTC' },
  runningTimer: null,
}
const timer = {
  ...{ projectId: 'p', projectKey: 'ALO', taskId: 't', number: 1, title: 'Task', version: 1 },
  startedAt: '2031-01-06T10:00:00.000Z',
}

const Timer = () => useTimer().running?.startedAt ?? 'none'

/** Returns the running timer's start, or "none", as a component shows it. */
function shownTimer(): string {
  return renderToStaticMarkup(
    // biome-ignore lint/correctness/noChildrenProp: no JSX here
    createElement(WorkspaceProvider, { value: workspace, children: createElement(Timer) }),
  )
}

beforeEach(() => setRunningTimer(SLUG, timer))

test('a response that a later one has overtaken is recognized', () => {
  const order = new ResponseOrder()
  const [first, second, third] = [order.start(), order.start(), order.start()]
  expect([second(), first(), third()]).toEqual([true, false, true])
})

test('a timer that was stopped during a request does not appear again with its response', async () => {
  let respond: (running: typeof timer) => void = () => {}
  const fetched = fetchRunningTimer(
    SLUG,
    () =>
      new Promise((resolve) => {
        respond = resolve
      }),
  )
  setRunningTimer(SLUG, null)
  respond(timer)
  await fetched
  expect(shownTimer()).toBe('none')
  await fetchRunningTimer(SLUG, async () => timer)
  expect(shownTimer()).toBe(timer.startedAt)
})

test('closing the question about a stopped timer does not show the timer again', () => {
  setTimerPrompt(SLUG, timer, { kind: 'stop' })
  setRunningTimer(SLUG, null)
  setTimerPrompt(SLUG, timer, null)
  expect(shownTimer()).toBe('none')
})

test('measured time is logged once when the response is lost and the person tries again', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const { projectId } = project
  const taskId = await project.createTask()
  const { trpc } = await signedInBrowser(ada)
  let isResponseLost = true
  const worklog = new TimerWorklog(async (input) => {
    const result = await trpc.worklog.add.mutate(input)
    if (isResponseLost) throw new TypeError('fetch failed')
    return result
  })
  const running = { projectId, taskId, version: 1 }
  const fields = { seconds: 3_600, startedAt: '2026-01-06T10:00:00.000Z', note: '' }
  expect(await worklog.log(running, fields, 'auto')).toBe('fetch failed')
  isResponseLost = false
  expect(await worklog.log(running, fields, 'auto')).toBeNull()
  const details = await loadTaskById(await projectScope(ada, projectId), taskId)
  expect(details?.worklogs.map((each) => each.seconds)).toEqual([3_600])
})

test('measured time that was rejected can be logged when the reason is gone', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const { projectId } = project
  const taskId = await project.createTask()
  const { trpc } = await signedInBrowser(ada)
  const worklog = new TimerWorklog(trpc.worklog.add.mutate)
  const fields = { seconds: 3_600, startedAt: '2026-01-06T10:00:00.000Z', note: '' }
  await project.send({ type: 'task.archive', taskId, baseVersion: 1 })
  expect(await worklog.log({ projectId, taskId, version: 2 }, fields, 'auto')).not.toBeNull()
  await project.send({ type: 'task.restore', taskId, baseVersion: 2 })
  expect(await worklog.log({ projectId, taskId, version: 3 }, fields, 'auto')).toBeNull()
})
