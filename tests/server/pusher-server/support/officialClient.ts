import PusherClient, { type Channel, type Options } from 'pusher-js'
import { onTestFinished } from 'vitest'
import { officialServerLibrary, TEST_APP } from './testPusherServer'

export interface ChannelUser {
  id: string
  name?: string
}

/** The official browser library in Node, unpatched, authorized by the official server library. */
export function officialClient(port: number, person?: ChannelUser, more: Partial<Options> = {}) {
  const server = officialServerLibrary({ port })
  const client = new PusherClient(TEST_APP.key, {
    cluster: 'none',
    wsHost: '127.0.0.1',
    wsPort: port,
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, callback) => {
        const member = person && { user_id: person.id, user_info: { name: person.name ?? '' } }
        const isPresence = channelName.startsWith('presence-')
        callback(
          null,
          server.authorizeChannel(socketId, channelName, isPresence ? member : undefined),
        )
      },
    },
    userAuthentication: {
      customHandler: ({ socketId }, callback) => {
        callback(null, server.authenticateUser(socketId, { id: person?.id ?? '' }))
      },
    },
    ...more,
  })
  onTestFinished(() => client.disconnect())
  return client
}

type Bindable = { bind(event: string, callback: (data: unknown) => void): unknown }

/**
 * Resolves to the next `event` on a channel, a connection or a user. Bind it before causing the
 * event.
 */
export function nextEvent<T = unknown>(source: Bindable, event: string): Promise<T> {
  return new Promise((resolve) => {
    source.bind(event, (data) => resolve(data as T))
  })
}

/** Subscribes and waits for the server's confirmation. */
export async function subscribeAndWait(client: PusherClient, name: string): Promise<Channel> {
  const channel = client.subscribe(name)
  await nextEvent(channel, 'pusher:subscription_succeeded')
  return channel
}
