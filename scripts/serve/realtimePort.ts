import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/db/embedded/embeddedPostgres'

const FREE_PORT_TIMEOUT_MS = 5_000

/**
 * Returns the port of the embedded realtime server. It stays the same across starts, so that open
 * windows reconnect, unless another program uses it.
 */
export async function realtimePort(data: string, host: string): Promise<number> {
  const savedPort = savedRealtimePort(data)
  if (savedPort && (await waitUntilFree(savedPort, host))) return savedPort
  const port = await freePort()
  writeFileSync(portFile(data), `${port}\n`)
  return port
}

/**
 * Returns the port on which the embedded realtime server last started; undefined before its first
 * start.
 */
export function savedRealtimePort(data: string): number | undefined {
  const file = portFile(data)
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
}

const portFile = (data: string) => join(data, 'realtime-port')

async function waitUntilFree(port: number, host: string): Promise<boolean> {
  const end = Date.now() + FREE_PORT_TIMEOUT_MS
  while (!(await isFree(port, host))) {
    if (Date.now() > end) return false
    await pause(100)
  }
  return true
}

async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
    await new Promise((done) => server.close(done))
    return true
  } catch {
    return false
  }
}
