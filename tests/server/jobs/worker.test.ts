import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { startNotifyingWorkers } from '@/server/jobs/eventNotifications'
import { eventually } from '@/tests/support/eventually'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject, type TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl, ownerUrl, owner } = await testDatabase()

/**
 * Records the requests to a realtime server: the positions of each project's events, in order of
 * arrival.
 */
const published = new Map<string, number[]>()
const batchSchema = z.object({
  batch: z.array(z.object({ channel: z.string(), data: z.string() })),
})
const rangeSchema = z.object({ from: z.number(), to: z.number() })
const realtime = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  for (const { channel, data } of batchSchema.parse(JSON.parse(body)).batch) {
    const { from, to } = rangeSchema.parse(JSON.parse(data))
    const seqs = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    published.set(channel, [...(published.get(channel) ?? []), ...seqs])
  }
  response.end('{}')
}).listen(0, '127.0.0.1')
await once(realtime, 'listening')
afterAll(() => {
  realtime.closeAllConnections()
  realtime.close()
})

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      PUSHER_APP_ID: 'app',
      PUSHER_KEY: 'key',
      PUSHER_SECRET: 'secret',
      PUSHER_HOST: '127.0.0.1',
      PUSHER_PORT: String((realtime.address() as AddressInfo).port),
      PUSHER_USE_TLS: 'false',
    },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  await eventually(() => expect(output).toContain('worker started'))
  return child
}

const publishedOf = ({ projectId }: TestClient) => published.get(`private-project-${projectId}`)

test('two workers share the projects, and each event is published once, in order and soon', async () => {
  const workers = await Promise.all([startWorker(), startWorker()])
  const notifier = startNotifyingWorkers()
  onTestFinished(() => notifier.stop())
  const ada = await makeWorkspace()
  const projects = [await makeProject(ada), await makeProject(ada), await makeProject(ada)]
  const expected = Array.from({ length: 21 }, (_, i) => i + 1)
  await Promise.all(
    projects.map(async (project) => {
      for (let i = 0; i < 20; i++) await project.createTask()
    }),
  )
  await eventually(() => {
    for (const project of projects) expect(publishedOf(project)).toEqual(expected)
  })
  await eventually(async () => {
    const behind = await owner`
        select 1 from checkpoint c join project p on p.id = c.project_id and p.seq > c.seq`
    expect(behind).toHaveLength(0)
  })
  for (const worker of workers) {
    worker.kill('SIGTERM')
    const [code] = await once(worker, 'exit')
    expect(code).toBe(0)
  }
})
