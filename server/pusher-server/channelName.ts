const MAX_LENGTH = 200
const ALLOWED = /^[A-Za-z0-9_\-=@,.;]+$/
const USER_PREFIX = '#server-to-user-'

export type ChannelKind = 'public' | 'private' | 'encrypted' | 'presence' | 'user'

/** What a channel is; its name alone decides that. */
export function channelKind(name: string): ChannelKind {
  if (name.startsWith(USER_PREFIX)) return 'user'
  if (name.startsWith('private-encrypted-')) return 'encrypted'
  if (name.startsWith('private-')) return 'private'
  if (name.startsWith('presence-')) return 'presence'
  return 'public'
}

/** Whether a name is one the protocol allows: its characters, and 200 of them at most. */
export function isChannelName(name: string): boolean {
  if (name.length > MAX_LENGTH) return false
  if (name.startsWith(USER_PREFIX)) return name.length > USER_PREFIX.length
  return ALLOWED.test(name)
}

/** The channel that reaches every connection on which this user has signed in. */
export function userChannel(userId: string): string {
  return USER_PREFIX + userId
}
