import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { closeDatabase } from '@/db/client'
import { subscriberInfos } from '@/server/jobs/subscribers'
import { eventually } from '@/tests/support/eventually'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl, owner } = await testDatabase()
let realtimeStatus = 200
const realtime: Server = createServer((_, response) => {
  response.statusCode = realtimeStatus
  response.end('{"channels":{}}')
}).listen(0, '127.0.0.1')
await eventually(() => expect(realtime.listening).toBe(true))
Object.assign(process.env, {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
  PUSHER_APP_ID: 'app',
  PUSHER_KEY: 'key',
  PUSHER_SECRET: 'secret',
  PUSHER_HOST: '127.0.0.1',
  PUSHER_PORT: String((realtime.address() as AddressInfo).port),
  PUSHER_USE_TLS: 'false',
})
afterAll(() => {
  realtime.closeAllConnections()
  realtime.close()
})

/** The health check of a process that has just started and checked nothing yet. */
async function startedProcess() {
  vi.resetModules()
  const { GET } = await import('@/app/api/health/route')
  return async () => {
    const response = await GET()
    return { code: response.status, ...(await response.json()) }
  }
}

/** Other tests, in any order, must find no waiting events and no parked projections. */
async function handleAllEvents() {
  await owner`
    insert into checkpoint (subscriber, project_id, seq)
    select s.subscriber, p.id, p.seq
    from project p, unnest(array['broadcast', 'sprint-reports', 'time-entries']) as s(subscriber)
    on conflict (subscriber, project_id) do update
    set seq = excluded.seq, error = null, parked_at = null`
}

const askHealth = async () => (await startedProcess())()

test('the health check reports that all parts work', async () => {
  expect(await askHealth()).toEqual({
    code: 200,
    status: 'ok',
    parts: {
      database: { status: 'ok' },
      realtime: { status: 'ok' },
      subscribers: { status: 'ok' },
    },
  })
})

test('a realtime server that does not respond is named, and the web server stays in use', async () => {
  realtimeStatus = 503
  onTestFinished(() => {
    realtimeStatus = 200
  })
  expect(await askHealth()).toMatchObject({
    code: 200,
    status: 'degraded',
    parts: {
      database: { status: 'ok' },
      realtime: { status: 'unavailable', reason: expect.stringContaining('realtime server') },
      subscribers: { status: 'ok' },
    },
  })
})

test('parked projections and events that nobody handles are named', async () => {
  onTestFinished(handleAllEvents)
  const project = await makeProject(await makeWorkspace())
  await project.createTask()
  await owner`
    insert into checkpoint (subscriber, project_id, seq, failures, error, parked_at)
    values ('time-entries', ${project.projectId}, 1, 10, 'secret detail', now())`
  const failing = await askHealth()
  expect(failing).toMatchObject({
    code: 200,
    status: 'degraded',
    parts: {
      subscribers: { status: 'degraded', reason: 'Timesheets: parked in 1 project.' },
    },
  })
  expect(JSON.stringify(failing)).not.toContain('secret detail')

  await owner`delete from checkpoint`
  await owner`alter table event disable trigger all`
  await owner`update event set recorded_at = now() - interval '5 minutes'`
  expect((await askHealth()).parts.subscribers.reason).toContain(
    'Sprint reports: behind by 300 s; are the workers running?',
  )
})

test('a result is reused for some seconds', async () => {
  const ask = await startedProcess()
  expect((await ask()).status).toBe('ok')
  const project = await makeProject(await makeWorkspace())
  await owner`
    insert into checkpoint (subscriber, project_id, seq, failures, error, parked_at)
    values ('time-entries', ${project.projectId}, 1, 10, 'failed', now())`
  onTestFinished(async () => {
    vi.useRealTimers()
    await handleAllEvents()
  })
  expect((await ask()).status).toBe('ok')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 })
  expect((await ask()).parts.subscribers.reason).toContain('parked in 1 project')
})

test('requests wait for one check while the database is slow, and add no queries to it', async () => {
  const ask = await startedProcess()
  await owner.begin(async (tx) => {
    await tx`lock table checkpoint in access exclusive mode`
    const answers = await Promise.all([ask(), ask(), ask()])
    answers.push(...(await Promise.all([ask(), ask()])))
    expect(answers.map((each) => each.parts.subscribers.status)).toEqual(
      Array(5).fill('unavailable'),
    )
    const [waiting] = await tx`
      select count(*)::int as queries from pg_locks
      where not granted and relation = 'checkpoint'::regclass`
    expect(waiting).toEqual({ queries: subscriberInfos.length })
  })
})

test('the server is unavailable without the database', async () => {
  process.env.DATABASE_URL = 'postgres://concord@127.0.0.1:1/none'
  await closeDatabase()
  onTestFinished(async () => {
    process.env.DATABASE_URL = appUrl
    await closeDatabase()
  })
  expect(await askHealth()).toMatchObject({
    code: 503,
    status: 'unavailable',
    parts: {
      database: { status: 'unavailable', reason: expect.stringContaining('database') },
      realtime: { status: 'ok' },
      subscribers: { status: 'unavailable' },
    },
  })
})
