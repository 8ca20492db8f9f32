import { channelKind } from './channelName'
import { HttpError } from './httpBody'
import type { PusherApp } from './pusherApp'

const INFO_FIELDS = ['user_count', 'subscription_count'] as const
type InfoField = (typeof INFO_FIELDS)[number]

/** Parses the attributes in a request's `info`. Throws a 400 for an unknown one. */
export function parseInfoFields(info: string | null | undefined): InfoField[] {
  const names = (info ?? '').split(',').filter((name) => name !== '')
  return names.map((name) => {
    const field = INFO_FIELDS.find((each) => each === name)
    if (!field) throw new HttpError(400, `info: ${name} is not one of ${INFO_FIELDS.join(', ')}`)
    return field
  })
}

/** Returns the requested attributes of a channel. Only presence channels have a user_count. */
export function channelInfo(
  app: PusherApp,
  name: string,
  fields: InfoField[],
): Record<string, number> {
  const info: Record<string, number> = {}
  if (fields.includes('subscription_count')) info.subscription_count = app.channels.count(name)
  if (fields.includes('user_count') && channelKind(name) === 'presence') {
    info.user_count = app.presence.count(name)
  }
  return info
}

/** GET /channels: returns all occupied channels, or those with the prefix `filter_by_prefix`. */
export function listChannels(app: PusherApp, query: URLSearchParams): Record<string, unknown> {
  const prefix = query.get('filter_by_prefix') ?? ''
  const fields = parseInfoFields(query.get('info'))
  rejectUserCount(fields, prefix)
  const names = app.channels.names(prefix)
  return {
    channels: Object.fromEntries(names.map((name) => [name, channelInfo(app, name, fields)])),
  }
}

/** GET /channels/:name: returns whether anybody is subscribed, and the attributes in `info`. */
export function describeChannel(
  app: PusherApp,
  name: string,
  query: URLSearchParams,
): Record<string, unknown> {
  const fields = parseInfoFields(query.get('info'))
  rejectUserCount(fields, name)
  return { occupied: app.channels.count(name) > 0, ...channelInfo(app, name, fields) }
}

/** GET /channels/:name/users: returns the ids of the users in a presence channel. */
export function listUsers(app: PusherApp, name: string): Record<string, unknown> {
  if (channelKind(name) !== 'presence') {
    throw new HttpError(400, 'Only presence channels have users')
  }
  return { users: app.presence.ids(name).map((id) => ({ id })) }
}

function rejectUserCount(fields: InfoField[], nameOrPrefix: string): void {
  if (fields.includes('user_count') && channelKind(nameOrPrefix) !== 'presence') {
    throw new HttpError(400, 'info: user_count is known of presence channels alone')
  }
}
