import type { App } from './app'
import { passOn } from './clientEvents'
import type { Connection } from './connection'
import { clientMessage, encode } from './protocol'
import { signIn } from './signin'
import { subscribe, unsubscribe } from './subscriptions'

const PONG = encode({ event: 'pusher:pong', data: '{}' })

/** Handles one WebSocket message of a client. */
export function receive(app: App, connection: Connection, raw: string): void {
  connection.heard()
  const message = parse(raw)
  if (!message) {
    connection.tell({ code: null, message: 'Invalid message: expected JSON with an event' })
    return
  }
  const { event, channel, data } = message
  if (event === 'pusher:pong') return
  if (event === 'pusher:ping') {
    connection.send(PONG)
    return
  }
  connection.usedAt = connection.heardAt
  if (event === 'pusher:subscribe') subscribe(app, connection, data)
  else if (event === 'pusher:unsubscribe') unsubscribe(app, connection, data)
  else if (event === 'pusher:signin') signIn(app, connection, data)
  else if (event.startsWith('client-')) passOn(app, connection, event, channel, data)
  else connection.tell({ code: null, message: `Unknown event: ${event.slice(0, 200)}` })
}

function parse(raw: string) {
  try {
    return clientMessage.safeParse(JSON.parse(raw)).data ?? null
  } catch {
    return null
  }
}
