const MAX_LENGTH = 200
const ALLOWED = /^[A-Za-z0-9_\-=@,.;]+$/
const USER_PREFIX = '#server-to-user-'

export type ChannelKind = 'public' | 'private' | 'encrypted' | 'presence' | 'user'

/** Returns the kind of a channel, which its name alone determines. */
export function channelKind(name: string): ChannelKind {
  if (name.startsWith(USER_PREFIX)) return 'user'
  if (name.startsWith('private-encrypted-')) return 'encrypted'
  if (name.startsWith('private-')) return 'private'
  if (name.startsWith('presence-')) return 'presence'
  return 'public'
}

/** Returns true for a name that the protocol allows: valid characters, at most 200. */
export function isChannelName(name: string): boolean {
  if (name.length > MAX_LENGTH) return false
  if (name.startsWith(USER_PREFIX)) return name.length > USER_PREFIX.length
  return ALLOWED.test(name)
}

/** Returns the channel of all connections that are signed in as this user. */
export function userChannel(userId: string): string {
  return USER_PREFIX + userId
}
