import { z } from 'zod'
import { channelKind, isChannelName, userChannel } from './channelName'
import type { Connection } from './connection'
import { type PresenceMember, parsePresenceMember } from './presenceMember'
import { encodeMessage, encodeProtocolMessage, protocolErrors } from './protocol'
import type { PusherApp } from './pusherApp'
import { equalsInConstantTime, signChannel } from './signature'

const subscriptionSchema = z.object({
  channel: z.string(),
  auth: z.string().optional(),
  channel_data: z.string().optional(),
})
type SubscriptionData = z.infer<typeof subscriptionSchema>

/** Handles `pusher:subscribe`. */
export function subscribe(app: PusherApp, connection: Connection, data: unknown): void {
  const parsed = subscriptionSchema.safeParse(data)
  if (!parsed.success) {
    connection.sendError({ code: null, message: 'pusher:subscribe needs data.channel' })
    return
  }
  const { channel } = parsed.data
  const { maxChannelsPerConnection } = app.limits
  if (!isChannelName(channel)) {
    rejectSubscription(connection, channel, 'InvalidChannel', 400, 'Invalid channel name')
  } else if (connection.channels.has(channel)) {
    connection.sendError(
      { code: null, message: `Existing subscription to channel ${channel}` },
      channel,
    )
  } else if (connection.channels.size >= maxChannelsPerConnection) {
    const reason = `A connection may have ${maxChannelsPerConnection} subscriptions`
    rejectSubscription(connection, channel, 'LimitReached', 403, reason)
  } else if (!isAuthorized(app, connection, parsed.data)) {
    rejectSubscription(
      connection,
      channel,
      'AuthError',
      401,
      'The auth of this subscription is invalid',
    )
  } else if (channelKind(channel) === 'presence') {
    subscribeToPresence(app, connection, parsed.data)
  } else {
    addSubscription(app, connection, channel, null)
    connection.send(encodeProtocolMessage('pusher_internal:subscription_succeeded', {}, channel))
  }
}

function isAuthorized(app: PusherApp, connection: Connection, data: SubscriptionData): boolean {
  const kind = channelKind(data.channel)
  if (kind === 'public') return true
  if (kind === 'user') {
    return connection.user !== null && data.channel === userChannel(connection.user.id)
  }
  const expected = signChannel(app, connection.id, data.channel, data.channel_data)
  return data.auth !== undefined && equalsInConstantTime(expected, data.auth)
}

function subscribeToPresence(app: PusherApp, connection: Connection, data: SubscriptionData): void {
  const { channel } = data
  const member = parsePresenceMember(
    connection.user,
    data.channel_data,
    app.limits.maxMemberInfoBytes,
  )
  if (typeof member === 'string') {
    rejectSubscription(connection, channel, 'InvalidMember', 400, member)
    return
  }
  const { maxMembersPerChannel } = app.limits
  const isNew = !app.presence.has(channel, member.user_id)
  if (isNew && app.presence.count(channel) >= maxMembersPerChannel) {
    const reason = `A presence channel may have ${maxMembersPerChannel} members`
    rejectSubscription(connection, channel, 'LimitReached', 403, reason)
    return
  }
  addSubscription(app, connection, channel, member)
  app.presence.join(channel, connection, member)
  const presence = app.presence.members(channel)
  connection.send(
    encodeProtocolMessage('pusher_internal:subscription_succeeded', { presence }, channel),
  )
  if (!isNew) return
  const added = encodeProtocolMessage('pusher_internal:member_added', member, channel)
  app.channels.publish(channel, added, connection.id)
}

function addSubscription(
  app: PusherApp,
  connection: Connection,
  channel: string,
  member: PresenceMember | null,
): void {
  connection.channels.set(channel, member)
  app.channels.add(channel, connection)
}

/** Handles `pusher:unsubscribe`. */
export function unsubscribe(app: PusherApp, connection: Connection, data: unknown): void {
  const parsed = subscriptionSchema.safeParse(data)
  if (!parsed.success) {
    connection.sendError({ code: null, message: 'pusher:unsubscribe needs data.channel' })
  } else if (!connection.channels.has(parsed.data.channel)) {
    const message = `No current subscription to channel ${parsed.data.channel}`
    connection.sendError({ code: null, message }, parsed.data.channel)
  } else {
    removeSubscription(app, connection, parsed.data.channel)
  }
}

/** Unsubscribes a closed connection from every channel. */
export function unsubscribeAll(app: PusherApp, connection: Connection): void {
  for (const channel of [...connection.channels.keys()])
    removeSubscription(app, connection, channel)
}

function removeSubscription(app: PusherApp, connection: Connection, channel: string): void {
  const member = connection.channels.get(channel)
  connection.channels.delete(channel)
  app.channels.remove(channel, connection)
  if (!member || !app.presence.leave(channel, connection, member)) return
  const removed = { user_id: member.user_id }
  app.channels.publish(
    channel,
    encodeProtocolMessage('pusher_internal:member_removed', removed, channel),
  )
}

/**
 * Pusher Channels answers a rejected subscription with `pusher:error`, soketi and Reverb with an
 * event on the channel. This server sends both, so that a client may listen for either.
 */
function rejectSubscription(
  connection: Connection,
  channel: string,
  type: 'AuthError' | 'InvalidChannel' | 'InvalidMember' | 'LimitReached',
  status: number,
  error: string,
): void {
  const data = { type, error, status }
  connection.send(encodeMessage({ event: 'pusher:subscription_error', channel, data }))
  const code = type === 'AuthError' ? protocolErrors.unauthorized.code : null
  connection.sendError({ code, message: `${error}: ${channel.slice(0, 200)}` })
}
