import type { App } from './app'
import { channelKind } from './channelName'
import type { Connection } from './connection'
import { encode, type Problem, problems } from './protocol'

const MAX_NAME_LENGTH = 200

/** Handles a `client-*` event: passes it on to the channel's other subscribers. */
export function passOn(
  app: App,
  connection: Connection,
  event: string,
  channel: string | undefined,
  data: unknown,
): void {
  const problem = whyNot(app, connection, event, channel, data)
  if (problem || channel === undefined) {
    connection.tell(problem ?? notSubscribed, channel)
    return
  }
  const user_id = connection.channels.get(channel)?.user_id
  app.channels.publish(channel, encode({ event, channel, data, user_id }), connection.id)
}

const notSubscribed: Problem = {
  code: null,
  message: 'Client event rejected: the connection is not subscribed to the channel',
}

function whyNot(
  app: App,
  connection: Connection,
  event: string,
  channel: string | undefined,
  data: unknown,
): Problem | null {
  if (channel === undefined || !connection.channels.has(channel)) return notSubscribed
  const kind = channelKind(channel)
  if (kind !== 'private' && kind !== 'presence') {
    const message = 'Client event rejected: only private and presence channels carry them'
    return { code: null, message }
  }
  if (event.length > MAX_NAME_LENGTH) {
    const message = `Client event rejected: its name is longer than ${MAX_NAME_LENGTH} characters`
    return { code: null, message }
  }
  if (sizeOf(data) > app.limits.maxEventDataBytes) {
    const message = `Client event rejected: data is longer than ${app.limits.maxEventDataBytes} bytes`
    return { code: null, message }
  }
  return connection.clientEvents.take() ? null : problems.clientEventRate
}

function sizeOf(data: unknown): number {
  return Buffer.byteLength(typeof data === 'string' ? data : (JSON.stringify(data) ?? ''))
}
