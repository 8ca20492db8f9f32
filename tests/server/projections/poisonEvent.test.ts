import { expect, onTestFinished, test } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { startSubscribers } from '@/server/jobs/startSubscribers'
import { requestRebuild, retryProjection } from '@/server/projections/resume'
import { MAX_FAILURES, UnavailableError } from '@/server/projections/retryPolicy'
import type { Subscriber } from '@/server/projections/subscriber'
import { subscriberInfoOf } from '@/server/projections/subscriberInfo'
import type { SubscriberFailure } from '@/server/projections/subscriberRunner'
import { loadProjectionStatus } from '@/server/queries/projectionStatus'
import { eventually } from '@/tests/support/eventually'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl, owner } = await testDatabase()

/** Creates a subscriber that fails in one project while `poisoned` contains an error. */
async function poisonedProject() {
  const ada = await makeWorkspace()
  const poisoned = await makeProject(ada)
  const healthy = await makeProject(ada)
  const state = { error: new Error('This event cannot be handled.') as Error | null, attempts: 0 }
  const handled: { projectId: Id; seq: number }[] = []
  const subscriber: Subscriber = {
    name: `poison-${poisoned.projectId}`,
    title: 'Poison test',
    startFrom: 'beginning',
    batchSize: 100,
    async handle({ projectId, events }) {
      if (projectId === poisoned.projectId) {
        state.attempts++
        if (state.error) throw state.error
      }
      handled.push(...events.map(({ seq }) => ({ projectId, seq })))
      return undefined
    },
    async reset(_, projectId) {
      handled.splice(0, handled.length, ...handled.filter((each) => each.projectId !== projectId))
    },
  }
  const failures: SubscriberFailure[] = []
  const start = () => {
    const onFailure = (failure: SubscriberFailure) => failures.push(failure)
    const running = startSubscribers({ url: appUrl, subscribers: [subscriber], onFailure })
    onTestFinished(() => running.stop())
    return running
  }
  const handledIn = (projectId: Id) =>
    handled.filter((each) => each.projectId === projectId).map((each) => each.seq)
  const target = { subscriber, workspaceId: ada.workspaceId, projectId: poisoned.projectId }
  return { ada, poisoned, healthy, subscriber, state, failures, start, handledIn, target }
}

type PoisonedProject = Awaited<ReturnType<typeof poisonedProject>>

/** Makes the next failure exceed the maximum number of retries. */
async function exhaustRetries({ subscriber, poisoned, state }: PoisonedProject): Promise<void> {
  await eventually(async () => expect(await statusOf(subscriber, poisoned)).toBeDefined())
  await eventually(() => expect(state.attempts).toBeGreaterThan(0))
  await eventually(async () => {
    const { count } = await owner`
      update checkpoint set failures = ${MAX_FAILURES - 1}, retry_at = null
      where subscriber = ${subscriber.name} and project_id = ${poisoned.projectId} and failures > 0`
    expect(count).toBe(1)
  })
  await poisoned.createTask()
}

async function statusOf(subscriber: Subscriber, { projectId }: { projectId: Id }) {
  const [row] = await owner`
    select seq::int, failures, error, parked_at is not null as parked, retry_at from checkpoint
    where subscriber = ${subscriber.name} and project_id = ${projectId}`
  return row
}

async function adminStatus(ada: TestPerson, subscriber: Subscriber) {
  const [status] = await loadProjectionStatus(ada.scope, [subscriberInfoOf(subscriber)])
  if (!status) throw new Error('There is no status.')
  return status
}

test('an event that cannot be handled stops only its own project', async () => {
  const { healthy, state, failures, start, handledIn } = await poisonedProject()
  start()
  await eventually(() => expect(state.attempts).toBe(4))
  await healthy.createTask()
  await eventually(() => expect(handledIn(healthy.projectId)).toEqual([1, 2]))
  // One report in total, not one per attempt.
  expect(failures).toHaveLength(1)
})

test('after too many failures a project is parked and stays so after a restart', async () => {
  const scene = await poisonedProject()
  const { ada, poisoned, healthy, subscriber, state, failures, start } = scene
  const running = start()
  await exhaustRetries(scene)
  await eventually(async () =>
    expect(await statusOf(subscriber, poisoned)).toMatchObject({
      seq: 0,
      failures: MAX_FAILURES,
      error: 'This event cannot be handled.',
      parked: true,
      retry_at: null,
    }),
  )
  await eventually(() => expect(failures.at(-1)?.isParked).toBe(true))
  await running.stop()

  const { attempts } = state
  start()
  await poisoned.createTask()
  await healthy.createTask()
  await eventually(() => expect(scene.handledIn(healthy.projectId)).toEqual([1, 2]))
  expect(state.attempts).toBe(attempts)
  // The subscriber records events before the transaction that handled them commits.
  await eventually(async () =>
    expect((await adminStatus(ada, subscriber)).counts).toMatchObject({
      parked: 1,
      'up-to-date': 1,
    }),
  )
  const status = await adminStatus(ada, subscriber)
  expect(status.projects[0]).toMatchObject({
    projectId: poisoned.projectId,
    state: 'parked',
    lag: 3,
    error: 'This event cannot be handled.',
  })
})

test('a parked project continues where it stopped when an admin retries it', async () => {
  const scene = await poisonedProject()
  const { ada, poisoned, subscriber, state, start, handledIn, target } = scene
  start()
  await exhaustRetries(scene)
  await eventually(async () =>
    expect(await statusOf(subscriber, poisoned)).toMatchObject({ parked: true }),
  )
  state.error = null
  expect(await retryProjection(database().db, target)).toBe(2)
  await eventually(() => expect(handledIn(poisoned.projectId)).toEqual([1, 2]))
  await eventually(async () =>
    expect(await statusOf(subscriber, poisoned)).toMatchObject({
      failures: 0,
      error: null,
      seq: 2,
    }),
  )
  expect((await adminStatus(ada, subscriber)).counts['up-to-date']).toBe(2)
})

test('a rebuild started by an admin handles the whole log again', async () => {
  const scene = await poisonedProject()
  const { ada, poisoned, subscriber, state, start, handledIn, target } = scene
  state.error = null
  start()
  await eventually(() => expect(handledIn(poisoned.projectId)).toEqual([1]))
  await eventually(async () =>
    expect(await statusOf(subscriber, poisoned)).toMatchObject({ seq: 1 }),
  )
  const { attempts } = state
  expect(await requestRebuild(database().db, target)).toBe(1)
  expect((await adminStatus(ada, subscriber)).counts.rebuilding).toBe(1)
  await eventually(() => expect(state.attempts).toBeGreaterThan(attempts))
  await eventually(async () =>
    expect((await adminStatus(ada, subscriber)).counts['up-to-date']).toBe(2),
  )
  expect(handledIn(poisoned.projectId)).toEqual([1])
})

test('a project is never parked while a dependency is unavailable', async () => {
  const scene = await poisonedProject()
  const { poisoned, subscriber, state, start, handledIn } = scene
  state.error = new UnavailableError('The realtime server does not answer.')
  start()
  await eventually(() => expect(state.attempts).toBeGreaterThan(2))
  expect(await statusOf(subscriber, poisoned)).toMatchObject({
    failures: 0,
    error: 'The realtime server does not answer.',
    parked: false,
  })
  state.error = null
  await eventually(() => expect(handledIn(poisoned.projectId)).toEqual([1]))
  await eventually(async () =>
    expect(await statusOf(subscriber, poisoned)).toMatchObject({ error: null }),
  )
})

test('admins see only the projects of their own workspace, and others see nothing', async () => {
  const { ada, poisoned, healthy, subscriber, target } = await poisonedProject()
  const stranger = await makeWorkspace()
  const member = await makePerson(ada)
  const ids = (await adminStatus(ada, subscriber)).projects.map((each) => each.projectId)
  expect(ids.sort()).toEqual([poisoned.projectId, healthy.projectId].sort())
  expect((await adminStatus(stranger, subscriber)).projects).toEqual([])
  await expect(adminStatus(member, subscriber)).rejects.toThrow('Only admins can do this.')
  const foreign = { ...target, workspaceId: stranger.workspaceId }
  expect(await retryProjection(database().db, foreign)).toBeNull()
  expect(await requestRebuild(database().db, foreign)).toBeNull()
})
