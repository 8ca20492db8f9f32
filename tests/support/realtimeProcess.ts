import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { freePort } from '@/db/embedded/embeddedPostgres'
import type { RealtimeAddress } from './replica'

export interface RealtimeProcess {
  address: RealtimeAddress
  /** Kills it with SIGKILL, so that no connection is closed properly. */
  kill(): Promise<void>
  /** Starts it again after `kill`, on the same port. */
  start(): Promise<void>
}

/**
 * Starts the realtime server in a separate process that a test may kill; it is stopped after the
 * test.
 */
export async function realtimeProcess(): Promise<RealtimeProcess> {
  const address = { port: await freePort(), appId: 'test', key: 'key', secret: 'secret' }
  let child: ChildProcess
  const start = async () => {
    child = spawn(process.execPath, ['--import', 'tsx', 'server/pusher-server/main.ts'], {
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH,
        PUSHER_APP_ID: address.appId,
        PUSHER_KEY: address.key,
        PUSHER_SECRET: address.secret,
        PUSHER_PORT: String(address.port),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (child.stdout) await once(child.stdout, 'data')
  }
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await start()
  onTestFinished(kill)
  return { address, kill, start }
}
