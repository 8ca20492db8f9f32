import { afterAll, expect, onTestFinished, test } from 'vitest'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import { closeDatabase, database } from '@/db/client'
import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'
import { startSubscribers } from '@/server/jobs/startSubscribers'
import { broadcastSubscriber } from '@/server/publish/broadcast'
import { eventually } from '@/tests/support/eventually'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { privatePostgres } from '@/tests/support/privatePostgres'
import { realtimeProcess } from '@/tests/support/realtimeProcess'
import {
  createPusherTransport,
  openReplica,
  projectScope,
  realtimePublisher,
} from '@/tests/support/replica'
import { replicaDifferences } from '@/tests/support/replicaDifferences'
import { makeProject } from '@/tests/support/testClient'

const postgres = await privatePostgres()
process.env.DATABASE_URL = postgres.appUrl
afterAll(closeDatabase)

/** Two people on one board, with a real realtime server and a real database. */
async function openTwoReplicas() {
  const realtime = await realtimeProcess()
  const running = startSubscribers({
    url: postgres.appUrl,
    subscribers: [broadcastSubscriber(realtimePublisher(realtime.address))],
    onFailure: () => {},
  })
  onTestFinished(() => running.stop())
  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const { projectId } = await makeProject(ada)
  const replicas = await Promise.all(
    [ada, bob].map(async (person) => {
      const transport = createPusherTransport(person, projectId, realtime.address)
      const store = await openReplica(person, projectId, { transport })
      return { store, scope: await projectScope(person, projectId) }
    }),
  )
  await waitUntilLive(replicas.map(({ store }) => store))
  return { realtime, windows: replicas, projectId }
}

async function waitUntilLive(stores: ProjectStore[]): Promise<void> {
  await eventually(() => {
    for (const { connection } of stores)
      expect(connection).toEqual({ status: 'live', pendingCount: 0 })
  })
}

/** Keeps both people busy until stopped. Returns every command that they sent. */
function sendContinuously(stores: ProjectStore[]) {
  const sent: { taskId: Id; result: Promise<CommandResult | null> }[] = []
  const timer = setInterval(() => {
    const store = stores[sent.length % stores.length]
    if (!store) return
    const taskId = crypto.randomUUID()
    const position = { end: 'top' } as const
    const title = `Task ${sent.length}`
    const { result } = store.send({
      type: 'task.create',
      taskId,
      taskType: 'task',
      title,
      statusId: 'todo',
      position,
    })
    sent.push({ taskId, result })
  }, 20)
  onTestFinished(() => clearInterval(timer))
  return { made: sent, stop: () => clearInterval(timer) }
}

async function expectSettled(
  { windows: replicas, projectId }: Awaited<ReturnType<typeof openTwoReplicas>>,
  made: SentCommands,
) {
  for (const { result } of made) expect((await result)?.outcome).toBe('applied')
  await waitUntilLive(replicas.map(({ store }) => store))
  await eventually(async () => {
    for (const { store, scope } of replicas)
      expect(await replicaDifferences(store, scope)).toEqual([])
  })
  const rows = await database().sql<{ id: Id }[]>`
    select id from task where project_id = ${projectId}`
  expect(rows.map((row) => row.id).sort()).toEqual(made.map((each) => each.taskId).sort())
}
type SentCommands = ReturnType<typeof sendContinuously>['made']

test('no change is lost when the realtime server is killed and restarted', async () => {
  const all = await openTwoReplicas()
  const stores = all.windows.map(({ store }) => store)
  const { made, stop } = sendContinuously(stores)
  await eventually(() => expect(made.length).toBeGreaterThan(20))
  await all.realtime.kill()
  await eventually(() => {
    for (const store of stores) expect(store.connection.status).not.toBe('live')
  })
  const before = made.length
  await eventually(() => expect(made.length).toBeGreaterThan(before + 20))
  await all.realtime.start()
  stop()
  await expectSettled(all, made)
})

test('no change is lost when PostgreSQL is killed and restarted', async () => {
  const all = await openTwoReplicas()
  const stores = all.windows.map(({ store }) => store)
  const { made, stop } = sendContinuously(stores)
  await eventually(() => expect(made.length).toBeGreaterThan(20))
  await postgres.kill()
  const before = made.length
  await eventually(() => expect(made.length).toBeGreaterThan(before + 20))
  expect(stores.some((store) => store.connection.pendingCount > 0)).toBe(true)
  await postgres.start()
  stop()
  await expectSettled(all, made)
})
