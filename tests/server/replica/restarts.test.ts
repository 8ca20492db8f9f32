import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import { closeDatabase, database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Id } from '@/domain/words'
import { broadcastTo } from '@/server/subscribers/broadcast'
import { startSubscribers } from '@/server/subscribers/start'
import { differences } from '@/tests/support/fresh'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { privatePostgres } from '@/tests/support/private-postgres'
import { makeProject } from '@/tests/support/project'
import { realtimeProcess } from '@/tests/support/realtime-process'
import { openWindow, projectScope, pusherLine, realtimePublisher } from '@/tests/support/replica'

const postgres = await privatePostgres()
process.env.DATABASE_URL = postgres.appUrl
afterAll(closeDatabase)

const PATIENCE = { timeout: 25_000, interval: 100 }

/** Two people at one board, over a real realtime server and a real database. */
async function team() {
  const realtime = await realtimeProcess()
  const running = startSubscribers({
    url: postgres.appUrl,
    subscribers: [broadcastTo(realtimePublisher(realtime.address))],
    report: () => {},
  })
  onTestFinished(() => running.stop())
  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const { projectId } = await makeProject(ada)
  const windows = await Promise.all(
    [ada, bob].map(async (person) => {
      const transport = pusherLine(person, projectId, realtime.address)
      const store = await openWindow(person, projectId, { transport })
      return { store, scope: await projectScope(person, projectId) }
    }),
  )
  await live(windows.map(({ store }) => store))
  return { realtime, windows, projectId }
}

async function live(stores: ProjectStore[]): Promise<void> {
  await vi.waitFor(() => {
    for (const { connection } of stores) expect(connection).toEqual({ status: 'live', waiting: 0 })
  }, PATIENCE)
}

/** Keeps both people busy until told to stop; gives every command that they made. */
function work(stores: ProjectStore[]) {
  const made: { taskId: Id; answered: Promise<Answer | null> }[] = []
  const timer = setInterval(() => {
    const store = stores[made.length % stores.length]
    if (!store) return
    const taskId = crypto.randomUUID()
    const place = { end: 'top' } as const
    const title = `Task ${made.length}`
    const { answered } = store.send({
      type: 'task.create',
      taskId,
      taskType: 'task',
      title,
      statusId: 'todo',
      place,
    })
    made.push({ taskId, answered })
  }, 20)
  onTestFinished(() => clearInterval(timer))
  return { made, stop: () => clearInterval(timer) }
}

async function settled({ windows, projectId }: Awaited<ReturnType<typeof team>>, made: Made) {
  for (const { answered } of made) expect((await answered)?.outcome).toBe('applied')
  await live(windows.map(({ store }) => store))
  await vi.waitFor(async () => {
    for (const { store, scope } of windows) expect(await differences(store, scope)).toEqual([])
  }, PATIENCE)
  const rows = await database().sql<{ id: Id }[]>`
    select id from task where project_id = ${projectId}`
  expect(rows.map((row) => row.id).sort()).toEqual(made.map((each) => each.taskId).sort())
}
type Made = ReturnType<typeof work>['made']

test('the realtime server is killed and comes back in mid-stream', {
  timeout: 60_000,
}, async () => {
  const all = await team()
  const stores = all.windows.map(({ store }) => store)
  const { made, stop } = work(stores)
  await vi.waitFor(() => expect(made.length).toBeGreaterThan(20))
  await all.realtime.kill()
  await vi.waitFor(() => {
    for (const store of stores) expect(store.connection.status).not.toBe('live')
  }, PATIENCE)
  const before = made.length
  await vi.waitFor(() => expect(made.length).toBeGreaterThan(before + 20))
  await all.realtime.start()
  stop()
  await settled(all, made)
})

test('PostgreSQL is killed and comes back in mid-stream', { timeout: 60_000 }, async () => {
  const all = await team()
  const stores = all.windows.map(({ store }) => store)
  const { made, stop } = work(stores)
  await vi.waitFor(() => expect(made.length).toBeGreaterThan(20))
  await postgres.kill()
  const before = made.length
  await vi.waitFor(() => expect(made.length).toBeGreaterThan(before + 20))
  expect(stores.some((store) => store.connection.waiting > 0)).toBe(true)
  await postgres.start()
  stop()
  await settled(all, made)
})
