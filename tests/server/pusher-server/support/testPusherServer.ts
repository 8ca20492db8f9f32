import Pusher from 'pusher'
import { onTestFinished } from 'vitest'
import type { PusherLimits } from '@/server/pusher-server/limits'
import { type PusherServer, startPusherServer } from '@/server/pusher-server/pusherServer'

export const TEST_APP = { appId: '7', key: 'app-key', secret: 'app-secret' }

/** Starts a realtime server on a free port (or the given one) and closes it after the test. */
export async function startTestPusherServer(
  limits: Partial<PusherLimits> = {},
  port = 0,
): Promise<PusherServer> {
  const server = await startPusherServer({ ...TEST_APP, ...limits, host: '127.0.0.1', port })
  onTestFinished(() => server.close())
  return server
}

/** The official server library, connected to our server. */
export function officialServerLibrary(
  { port }: { port: number },
  secret = TEST_APP.secret,
): Pusher {
  return new Pusher({ ...TEST_APP, secret, host: '127.0.0.1', port: String(port) })
}
