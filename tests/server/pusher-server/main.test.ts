import { type ChildProcess, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from '@/db/embedded/embeddedPostgres'
import { connect } from './support/rawClient'
import { startTestPusherServer, TEST_APP } from './support/testPusherServer'

const environment = {
  PUSHER_APP_ID: TEST_APP.appId,
  PUSHER_KEY: TEST_APP.key,
  PUSHER_SECRET: TEST_APP.secret,
}

function runMain(variables: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/pusher-server/main.ts'], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, exit, error: text(child.stderr) }
}

async function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout?.once('data', (data) => resolve(String(data))))
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'the server reports that it is ready and stops on %s',
  async (signal) => {
    const port = await freePort()
    const { child, exit, error } = runMain({ ...environment, PUSHER_PORT: String(port) })
    expect(await firstLine(child)).toBe(`Realtime server ready on 127.0.0.1:${port}\n`)
    const client = await connect(port)
    child.kill(signal)
    expect((await client.closed).code).toBe(4200)
    expect(await exit).toBe(0)
    expect(await error).toBe('')
  },
)

it('the error names the port when it is in use', async () => {
  const { port } = await startTestPusherServer()
  const { exit, error } = runMain({ ...environment, PUSHER_PORT: String(port) })
  expect(await exit).toBe(1)
  expect(await error).toBe(`Port ${port} on 127.0.0.1 is in use: set PUSHER_PORT to a free one.\n`)
})

it.each([
  ['PUSHER_APP_ID', { PUSHER_APP_ID: '' }],
  ['PUSHER_KEY', { PUSHER_KEY: '' }],
  ['PUSHER_SECRET', { PUSHER_SECRET: '' }],
  ['PUSHER_PORT', { PUSHER_PORT: 'six' }],
])('the error names %s when it is missing or malformed', async (name, changes) => {
  const { exit, error } = runMain({ ...environment, ...changes })
  expect(await exit).toBe(1)
  expect(await error).toMatch(new RegExp(`^${name} is missing or malformed.*\n$`))
})
