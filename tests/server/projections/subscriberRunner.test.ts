import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { database } from '@/db/client'
import { checkpoint } from '@/db/schema/eventLog'
import { statementBuilder } from '@/db/statementBuilder'
import type { Id } from '@/domain/kernel/primitives'
import { startSubscribers } from '@/server/jobs/startSubscribers'
import { poll } from '@/server/projections/poll'
import type { EventBatch, Subscriber } from '@/server/projections/subscriber'
import { eventually } from '@/tests/support/eventually'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl, owner } = await testDatabase()

let subscriberCount = 0

/** A subscriber that records what it receives. */
function recordingSubscriber(
  options: Partial<Subscriber> = {},
  before: (batch: EventBatch) => unknown = () => {},
) {
  const received: { projectId: Id; seq: number }[] = []
  const subscriber: Subscriber = {
    name: `noting-${++subscriberCount}`,
    title: 'Noting',
    startFrom: 'beginning',
    batchSize: 100,
    async handle(batch) {
      await before(batch)
      received.push(...batch.events.map(({ projectId, seq }) => ({ projectId, seq })))
      return undefined
    },
    ...options,
  }
  const of = (projectId: Id) => received.filter((e) => e.projectId === projectId).map((e) => e.seq)
  return { subscriber, of }
}

function runSubscribers(...subscribers: Subscriber[]) {
  const running = startSubscribers({ url: appUrl, subscribers, onFailure: () => {} })
  onTestFinished(() => running.stop())
  return running
}

async function readCheckpoint(subscriber: Subscriber, projectId: Id): Promise<number> {
  const [row] = await owner`
    select seq from checkpoint where subscriber = ${subscriber.name} and project_id = ${projectId}`
  return Number(row?.seq ?? -1)
}

const sequenceUpTo = (seq: number) => Array.from({ length: seq }, (_, i) => i + 1)

test('a subscriber receives the whole log in order, then new events, and keeps its checkpoint', async () => {
  const project = await makeProject(await makeWorkspace())
  for (let i = 0; i < 7; i++) await project.createTask()
  const { subscriber, of } = recordingSubscriber({ batchSize: 3 })
  const running = runSubscribers(subscriber)
  await eventually(() => expect(of(project.projectId)).toEqual(sequenceUpTo(8)))
  await project.createTask()
  await eventually(() => expect(of(project.projectId)).toEqual(sequenceUpTo(9)))
  await running.stop()
  expect(await readCheckpoint(subscriber, project.projectId)).toBe(9)
})

test('a subscriber that starts from now skips old events, but no events of projects created later', async () => {
  const ada = await makeWorkspace()
  const old = await makeProject(ada)
  await old.createTask()
  const { subscriber, of } = recordingSubscriber({ startFrom: 'now' })
  runSubscribers(subscriber)
  await eventually(async () => expect(await readCheckpoint(subscriber, old.projectId)).toBe(2))
  await old.createTask()
  const young = await makeProject(ada)
  await young.createTask()
  await eventually(() => {
    expect(of(old.projectId)).toEqual([3])
    expect(of(young.projectId)).toEqual([1, 2])
  })
})

test('a subscriber that starts from now receives all events of a project that was created while no process ran', async () => {
  const ada = await makeWorkspace()
  const old = await makeProject(ada)
  const { subscriber, of } = recordingSubscriber({ startFrom: 'now' })
  const first = runSubscribers(subscriber)
  await first.ready
  await first.stop()
  const young = await makeProject(ada)
  await old.createTask()
  await runSubscribers(subscriber).ready
  await eventually(() => {
    expect(of(old.projectId)).toEqual([2])
    expect(of(young.projectId)).toEqual([1])
  })
})

test('after a failure the same events are delivered again, and nothing of the failed batch is stored', async () => {
  const project = await makeProject(await makeWorkspace())
  await project.createTask()
  let failures = 0
  const { subscriber, of } = recordingSubscriber({}, async ({ tx, projectId, events }) => {
    if (projectId !== project.projectId) return
    const mark = { subscriber: `mark-${subscriber.name}`, projectId, seq: events.length }
    await tx.send(statementBuilder.insert(checkpoint).values(mark))
    if (failures++ < 2) throw new Error('Not yet')
  })
  runSubscribers(subscriber)
  await eventually(() => expect(of(project.projectId)).toEqual(sequenceUpTo(2)))
  expect(failures).toBe(3)
  const checkpoints = await owner`
    select seq from checkpoint where subscriber = ${`mark-${subscriber.name}`}`
  expect(checkpoints).toHaveLength(1)
})

test('each batch is handled by only one of several processes', async () => {
  const project = await makeProject(await makeWorkspace())
  let inside = 0
  const { subscriber, of } = recordingSubscriber({ batchSize: 2 }, async ({ tx, projectId }) => {
    if (projectId !== project.projectId) return
    expect(++inside).toBe(1)
    await tx.send(sql`select pg_sleep(0.005)`)
    inside--
  })
  runSubscribers(subscriber)
  runSubscribers(subscriber)
  runSubscribers(subscriber)
  await Promise.all(Array.from({ length: 30 }, () => project.createTask()))
  await eventually(() => expect(of(project.projectId)).toEqual(sequenceUpTo(31)))
})

test('subscribers that are stuck in all their projects never block another one', async () => {
  const ada = await makeWorkspace()
  const projects = [await makeProject(ada), await makeProject(ada), await makeProject(ada)]
  let go = () => {}
  const gate = new Promise<void>((open) => {
    go = open
  })
  const stuck = [recordingSubscriber({}, () => gate), recordingSubscriber({}, () => gate)]
  const { subscriber, of } = recordingSubscriber()
  runSubscribers(...stuck.map((each) => each.subscriber), subscriber)
  await eventually(() => {
    for (const { projectId } of projects) expect(of(projectId)).toEqual([1])
  })
  for (const { projectId } of projects)
    expect(stuck.flatMap((each) => each.of(projectId))).toEqual([])
  go()
  await eventually(() => {
    for (const { projectId } of projects)
      expect(stuck.map((each) => each.of(projectId))).toEqual([[1], [1]])
  })
})

test('a subscriber with a batch delay receives the events of that time in one batch, and only its own types', async () => {
  const project = await makeProject(await makeWorkspace())
  const sizes: number[] = []
  const options = { batchDelayMs: 300, eventTypes: ['task.created'] as const }
  const { subscriber, of } = recordingSubscriber(options, ({ projectId, events }) => {
    if (projectId === project.projectId) sizes.push(events.length)
  })
  runSubscribers(subscriber)
  await eventually(async () => expect(await readCheckpoint(subscriber, project.projectId)).toBe(1))
  const taskId = await project.createTask()
  await project.move(taskId, 1, 'done')
  for (let i = 0; i < 4; i++) await project.createTask()
  await eventually(() => expect(of(project.projectId)).toEqual([2, 4, 5, 6, 7]))
  expect(sizes.length).toBeLessThan(5)
  await eventually(async () => expect(await readCheckpoint(subscriber, project.projectId)).toBe(7))
})

test('events written without a signal are found by polling', async () => {
  const project = await makeProject(await makeWorkspace())
  const { subscriber, of } = recordingSubscriber()
  runSubscribers(subscriber)
  await eventually(() => expect(of(project.projectId)).toEqual([1]))
  const { concordNewEventsListeners } = globalThis as unknown as {
    concordNewEventsListeners: Set<unknown>
  }
  const listeners = [...concordNewEventsListeners]
  concordNewEventsListeners.clear()
  await project.createTask()
  expect(of(project.projectId)).toEqual([1])
  await eventually(() => expect(of(project.projectId)).toEqual([1, 2]))
  for (const each of listeners) concordNewEventsListeners.add(each)
})

test('rows of an earlier schema version are rebuilt once, whatever the number of processes', async () => {
  const project = await makeProject(await makeWorkspace())
  const { projectId } = project
  await project.createTask()
  const old = recordingSubscriber()
  const before = runSubscribers(old.subscriber)
  await eventually(() => expect(old.of(projectId)).toEqual(sequenceUpTo(2)))
  await before.stop()

  let forgotten = 0
  const reset = async (_: unknown, id: Id) => {
    if (id === projectId) forgotten++
  }
  const { subscriber, of } = recordingSubscriber({
    name: old.subscriber.name,
    schemaVersion: 2,
    reset,
  })
  runSubscribers(subscriber)
  runSubscribers(subscriber)
  await eventually(() => expect(of(projectId)).toEqual(sequenceUpTo(2)))
  await project.createTask()
  await eventually(() => expect(of(projectId)).toEqual(sequenceUpTo(3)))
  expect(forgotten).toBe(1)

  // A server of the previous version that is still running does not change rows of a newer version.
  await project.createTask()
  await poll(database(), old.subscriber, projectId)
  await eventually(() => expect(of(projectId)).toEqual(sequenceUpTo(4)))
  expect(old.of(projectId)).toEqual(sequenceUpTo(2))
  expect(forgotten).toBe(1)
})
