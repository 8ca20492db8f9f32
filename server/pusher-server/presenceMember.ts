import { z } from 'zod'

/** The user that a connection is signed in as. */
export interface PusherUser {
  id: string
  user_info?: unknown
}

/** A user in a presence channel, as confirmed by the app's web server. */
export interface PresenceMember {
  user_id: string
  user_info?: unknown
}

const memberSchema = z.object({
  user_id: z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(128)),
  user_info: z.unknown().optional(),
})

/**
 * Returns the member who subscribes to a presence channel: the user in `channel_data` (JSON) when
 * given, otherwise the user that the connection is signed in as. Returns an error message when
 * there is no such user or their details are too long.
 */
export function parsePresenceMember(
  user: PusherUser | null,
  channelData: string | undefined,
  maxInfoBytes: number,
): PresenceMember | string {
  const member = channelData === undefined ? toPresenceMember(user) : parseChannelData(channelData)
  if (!member)
    return 'A presence subscription needs channel_data with a user_id, or a signed-in user'
  if (Buffer.byteLength(JSON.stringify(member.user_info) ?? '') > maxInfoBytes) {
    return `user_info is longer than ${maxInfoBytes} bytes`
  }
  return member
}

function toPresenceMember(user: PusherUser | null): PresenceMember | null {
  return user && { user_id: user.id, user_info: user.user_info }
}

function parseChannelData(channelData: string): PresenceMember | null {
  try {
    return memberSchema.safeParse(JSON.parse(channelData)).data ?? null
  } catch {
    return null
  }
}
