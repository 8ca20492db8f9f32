import { z } from 'zod'
import type { App } from './app'
import { channelKind, isChannelName, userChannel } from './channelName'
import type { Connection } from './connection'
import { type Member, readMember } from './member'
import { encode, encodeInternal, problems } from './protocol'
import { sameText, signChannel } from './signature'

const subscribeData = z.object({
  channel: z.string(),
  auth: z.string().optional(),
  channel_data: z.string().optional(),
})
type SubscribeData = z.infer<typeof subscribeData>

/** Handles `pusher:subscribe`. */
export function subscribe(app: App, connection: Connection, data: unknown): void {
  const parsed = subscribeData.safeParse(data)
  if (!parsed.success) {
    connection.tell({ code: null, message: 'pusher:subscribe needs data.channel' })
    return
  }
  const { channel } = parsed.data
  const { maxChannelsPerConnection } = app.limits
  if (!isChannelName(channel)) {
    refuse(connection, channel, 'InvalidChannel', 400, 'Invalid channel name')
  } else if (connection.channels.has(channel)) {
    connection.tell({ code: null, message: `Existing subscription to channel ${channel}` }, channel)
  } else if (connection.channels.size >= maxChannelsPerConnection) {
    const reason = `A connection may have ${maxChannelsPerConnection} subscriptions`
    refuse(connection, channel, 'LimitReached', 403, reason)
  } else if (!mayEnter(app, connection, parsed.data)) {
    refuse(connection, channel, 'AuthError', 401, 'The auth of this subscription is invalid')
  } else if (channelKind(channel) === 'presence') {
    enterPresence(app, connection, parsed.data)
  } else {
    enter(app, connection, channel, null)
    connection.send(encodeInternal('pusher_internal:subscription_succeeded', {}, channel))
  }
}

function mayEnter(app: App, connection: Connection, data: SubscribeData): boolean {
  const kind = channelKind(data.channel)
  if (kind === 'public') return true
  if (kind === 'user') {
    return connection.user !== null && data.channel === userChannel(connection.user.id)
  }
  const expected = signChannel(app, connection.id, data.channel, data.channel_data)
  return data.auth !== undefined && sameText(expected, data.auth)
}

function enterPresence(app: App, connection: Connection, data: SubscribeData): void {
  const { channel } = data
  const member = readMember(connection.user, data.channel_data, app.limits.maxMemberInfoBytes)
  if (typeof member === 'string') {
    refuse(connection, channel, 'InvalidMember', 400, member)
    return
  }
  const { maxMembersPerChannel } = app.limits
  const isNew = !app.presence.has(channel, member.user_id)
  if (isNew && app.presence.count(channel) >= maxMembersPerChannel) {
    const reason = `A presence channel may have ${maxMembersPerChannel} members`
    refuse(connection, channel, 'LimitReached', 403, reason)
    return
  }
  enter(app, connection, channel, member)
  app.presence.join(channel, connection, member)
  const presence = app.presence.roster(channel)
  connection.send(encodeInternal('pusher_internal:subscription_succeeded', { presence }, channel))
  if (!isNew) return
  const added = encodeInternal('pusher_internal:member_added', member, channel)
  app.channels.publish(channel, added, connection.id)
}

function enter(app: App, connection: Connection, channel: string, member: Member | null): void {
  connection.channels.set(channel, member)
  app.channels.add(channel, connection)
}

/** Handles `pusher:unsubscribe`. */
export function unsubscribe(app: App, connection: Connection, data: unknown): void {
  const parsed = subscribeData.safeParse(data)
  if (!parsed.success) {
    connection.tell({ code: null, message: 'pusher:unsubscribe needs data.channel' })
  } else if (!connection.channels.has(parsed.data.channel)) {
    const message = `No current subscription to channel ${parsed.data.channel}`
    connection.tell({ code: null, message }, parsed.data.channel)
  } else {
    leave(app, connection, parsed.data.channel)
  }
}

/** Takes a connection that is gone out of every channel. */
export function leaveAll(app: App, connection: Connection): void {
  for (const channel of [...connection.channels.keys()]) leave(app, connection, channel)
}

function leave(app: App, connection: Connection, channel: string): void {
  const member = connection.channels.get(channel)
  connection.channels.delete(channel)
  app.channels.remove(channel, connection)
  if (!member || !app.presence.leave(channel, connection, member)) return
  const removed = { user_id: member.user_id }
  app.channels.publish(channel, encodeInternal('pusher_internal:member_removed', removed, channel))
}

/**
 * Pusher Channels answers a refused subscription with `pusher:error`, soketi and Reverb with
 * an event on the channel; a client gets both here, so that it may listen for either.
 */
function refuse(
  connection: Connection,
  channel: string,
  type: 'AuthError' | 'InvalidChannel' | 'InvalidMember' | 'LimitReached',
  status: number,
  error: string,
): void {
  const data = { type, error, status }
  connection.send(encode({ event: 'pusher:subscription_error', channel, data }))
  const code = type === 'AuthError' ? problems.unauthorized.code : null
  connection.tell({ code, message: `${error}: ${channel.slice(0, 200)}` })
}
