import PusherServer from 'pusher'
import { onTestFinished } from 'vitest'
import type { RealtimeLimits } from '@/server/realtime/limits'
import { type RealtimeServer, startRealtimeServer } from '@/server/realtime/server'

export const app = { appId: '7', key: 'app-key', secret: 'app-secret' }

/** A realtime server on a free port (or the one given), closed when the test ends. */
export async function startServer(
  limits: Partial<RealtimeLimits> = {},
  port = 0,
): Promise<RealtimeServer> {
  const server = await startRealtimeServer({ ...app, ...limits, host: '127.0.0.1', port })
  onTestFinished(() => server.close())
  return server
}

/** The official server library, pointed at our server. */
export function officialServer({ port }: { port: number }, secret = app.secret): PusherServer {
  return new PusherServer({ ...app, secret, host: '127.0.0.1', port: String(port) })
}
