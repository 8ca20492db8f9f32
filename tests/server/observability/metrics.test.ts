import { createServer } from 'node:http'
import { expect, test, vi } from 'vitest'
import { GET } from '@/app/api/metrics/route'
import { countCommands, metrics, observeHttpRequest } from '@/server/observability/metrics'
import { eventually } from '@/tests/support/eventually'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const TOKEN = 'a token of many characters'
const realtime = createServer((request, response) => {
  const channels = { 'private-project-a': { subscription_count: 2 } }
  response.end(JSON.stringify(request.url?.includes('/channels') ? { channels } : {}))
}).listen(0, '127.0.0.1')
await eventually(() => expect(realtime.listening).toBe(true))
const address = realtime.address()
Object.assign(process.env, {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
  PUSHER_APP_ID: 'app',
  PUSHER_KEY: 'key',
  PUSHER_SECRET: 'secret',
  PUSHER_HOST: '127.0.0.1',
  PUSHER_PORT: String(address && typeof address === 'object' ? address.port : 0),
  PUSHER_USE_TLS: 'false',
  CONCORD_METRICS_TOKEN: TOKEN,
})
await testDatabase()

const request = (authorization?: string) =>
  new Request('http://localhost:3000/api/metrics', {
    headers: authorization ? { authorization } : {},
  })

test('the metrics are not found when the environment has no token', async () => {
  vi.resetModules()
  delete process.env.CONCORD_METRICS_TOKEN
  const { GET: ask } = await import('@/app/api/metrics/route')
  expect((await ask(request(`Bearer ${TOKEN}`))).status).toBe(404)
  process.env.CONCORD_METRICS_TOKEN = TOKEN
  vi.resetModules()
})

test('the metrics require the token', async () => {
  for (const authorization of [undefined, TOKEN, 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
    const response = await GET(request(authorization))
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('concord_')
  }
  expect((await GET(request(`Bearer ${TOKEN}`))).status).toBe(200)
})

test('the metrics contain commands, queue, lag, realtime connections and requests', async () => {
  const project = await makeProject(await makeWorkspace())
  await project.createTask()
  observeHttpRequest({ method: 'GET', path: '/acme/P1/board', status: 200, seconds: 0.1 })
  const text = await (await GET(request(`Bearer ${TOKEN}`))).text()
  expect(text).toContain('concord_commands_total{type="task.create",outcome="applied"} 1')
  expect(text).toContain('concord_queue_length 0')
  expect(text).toContain('concord_subscriber_lag_events{subscriber="time-entries"} 2')
  expect(text).toContain('concord_subscriber_parked_projects{subscriber="broadcast"} 0')
  expect(text).toContain('concord_realtime_connections 2')
  expect(text).toContain('_count{method="GET",route="page",status="200"} 1')
})

test('a batch is counted once for each type and outcome', () => {
  const inc = vi.spyOn(metrics().commands, 'inc')
  countCommands(Array.from({ length: 500 }, () => ({ type: 'task.move', outcome: 'applied' })))
  expect(inc).toHaveBeenCalledTimes(1)
  expect(inc).toHaveBeenCalledWith({ type: 'task.move', outcome: 'applied' }, 500)
})
