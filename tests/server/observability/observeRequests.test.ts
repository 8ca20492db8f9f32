import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createLogger } from '@/server/observability/logger'
import { metrics } from '@/server/observability/metrics'
import { observeRequests } from '@/server/observability/observeRequests'
import { describeRequest } from '@/server/observability/requestContext'
import { appRouter } from '@/server/trpc/appRouter'
import { eventually } from '@/tests/support/eventually'
import { makeWorkspace, trpcContextFor } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

process.env.LOG_LEVEL = 'info'
await testDatabase()
const lines: Record<string, unknown>[] = []
const shared = globalThis as { concordLogger?: Logger }
shared.concordLogger = createLogger({ write: (line) => lines.push(JSON.parse(line)) })
observeRequests()

let answer: () => Promise<number> = async () => 200
const server = createServer(async (_, response) => {
  response.statusCode = await answer()
  response.end('done')
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
afterAll(() => {
  server.closeAllConnections()
  server.close()
  delete shared.concordLogger
})
beforeEach(() => {
  lines.length = 0
})

const waitForLines = (count: number) => eventually(() => expect(lines).toHaveLength(count))

test('a request is logged in one line with its id, status and time, without its query', async () => {
  answer = async () => 404
  const headers = { 'x-request-id': 'abc-1' }
  const response = await fetch(`${address}/acme/board?q=private`, { headers })
  expect(response.headers.get('x-request-id')).toBe('abc-1')
  await waitForLines(1)
  expect(lines[0]).toMatchObject({
    level: 'info',
    msg: 'request',
    requestId: 'abc-1',
    method: 'GET',
    path: '/acme/board',
    status: 404,
    ms: expect.any(Number),
  })
  expect(JSON.stringify(lines)).not.toContain('private')
})

test('a malformed request id is replaced, and a failed request is logged as an error', async () => {
  answer = async () => 500
  const response = await fetch(address, { headers: { 'x-request-id': 'two words' } })
  expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  await waitForLines(1)
  expect(lines[0]).toMatchObject({ level: 'error', status: 500 })
})

test('the details of concurrent requests are kept apart', async () => {
  let arrived = 0
  let continueAll = () => {}
  const allArrived = new Promise<void>((resolve) => {
    continueAll = resolve
  })
  answer = async () => {
    const person = `person-${Math.random()}`
    describeRequest({ person })
    if (++arrived === 5) continueAll()
    await allArrived
    describeRequest({ outcome: person })
    return 200
  }
  await Promise.all(Array.from({ length: 5 }, () => fetch(address)))
  await waitForLines(5)
  expect(new Set(lines.map((line) => line.person)).size).toBe(5)
  for (const line of lines) expect(line.outcome).toBe(line.person)
})

test('a command is logged with person, project, procedure, type and outcome, and counted', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const taskId = await project.createTask()
  const context = await trpcContextFor(ada)
  answer = async () => {
    const caller = appRouter.createCaller(context)
    const { projectId, clientId } = project
    const commandId = '0198c5a0-0000-7000-8000-000000000001'
    const set = { title: 'Renamed' }
    await caller.task.edit({ projectId, commandId, clientId, taskId, baseVersion: 1, set })
    return 200
  }
  await fetch(`${address}/api/trpc/task.edit`, { method: 'POST' })
  await waitForLines(1)
  expect(lines[0]).toMatchObject({
    procedure: 'task.edit',
    person: ada.personId,
    workspace: ada.slug,
    project: project.projectId,
    command: 'task.edit',
    outcome: 'applied',
  })
  const text = await metrics().registry.metrics()
  expect(text).toContain('concord_commands_total{type="task.edit",outcome="applied"} 1')
  expect(text).toMatch(/concord_batch_size_count [1-9]/)
  expect(text).toContain('route="trpc task.edit",status="200"')
})
