import { forwardClientEvent } from './clientEvents'
import type { Connection } from './connection'
import { clientMessageSchema, encodeMessage } from './protocol'
import type { PusherApp } from './pusherApp'
import { signIn } from './signIn'
import { subscribe, unsubscribe } from './subscriptions'

const PONG_MESSAGE = encodeMessage({ event: 'pusher:pong', data: '{}' })

/** Handles one WebSocket message of a client. */
export function handleClientMessage(app: PusherApp, connection: Connection, raw: string): void {
  connection.markAlive()
  const message = parseClientMessage(raw)
  if (!message) {
    connection.sendError({ code: null, message: 'Invalid message: expected JSON with an event' })
    return
  }
  const { event, channel, data } = message
  if (event === 'pusher:pong') return
  if (event === 'pusher:ping') {
    connection.send(PONG_MESSAGE)
    return
  }
  connection.lastActiveAt = connection.lastSeenAt
  if (event === 'pusher:subscribe') subscribe(app, connection, data)
  else if (event === 'pusher:unsubscribe') unsubscribe(app, connection, data)
  else if (event === 'pusher:signin') signIn(app, connection, data)
  else if (event.startsWith('client-')) forwardClientEvent(app, connection, event, channel, data)
  else connection.sendError({ code: null, message: `Unknown event: ${event.slice(0, 200)}` })
}

function parseClientMessage(raw: string) {
  try {
    return clientMessageSchema.safeParse(JSON.parse(raw)).data ?? null
  } catch {
    return null
  }
}
