import { channelKind } from './channelName'
import type { Connection } from './connection'
import { encodeMessage, type ProtocolError, protocolErrors } from './protocol'
import type { PusherApp } from './pusherApp'

const MAX_EVENT_NAME_LENGTH = 200

/** Handles a `client-*` event: forwards it to the channel's other subscribers. */
export function forwardClientEvent(
  app: PusherApp,
  connection: Connection,
  event: string,
  channel: string | undefined,
  data: unknown,
): void {
  const error = findClientEventError(app, connection, event, channel, data)
  if (error || channel === undefined) {
    connection.sendError(error ?? notSubscribed, channel)
    return
  }
  const user_id = connection.channels.get(channel)?.user_id
  app.channels.publish(channel, encodeMessage({ event, channel, data, user_id }), connection.id)
}

const notSubscribed: ProtocolError = {
  code: null,
  message: 'Client event rejected: the connection is not subscribed to the channel',
}

function findClientEventError(
  app: PusherApp,
  connection: Connection,
  event: string,
  channel: string | undefined,
  data: unknown,
): ProtocolError | null {
  if (channel === undefined || !connection.channels.has(channel)) return notSubscribed
  const kind = channelKind(channel)
  if (kind !== 'private' && kind !== 'presence') {
    const message = 'Client event rejected: only private and presence channels carry them'
    return { code: null, message }
  }
  if (event.length > MAX_EVENT_NAME_LENGTH) {
    const message = `Client event rejected: its name is longer than ${MAX_EVENT_NAME_LENGTH} characters`
    return { code: null, message }
  }
  if (byteLengthOf(data) > app.limits.maxEventDataBytes) {
    const message = `Client event rejected: data is longer than ${app.limits.maxEventDataBytes} bytes`
    return { code: null, message }
  }
  return connection.clientEventLimiter.tryConsume() ? null : protocolErrors.clientEventRateExceeded
}

function byteLengthOf(data: unknown): number {
  return Buffer.byteLength(typeof data === 'string' ? data : (JSON.stringify(data) ?? ''))
}
