import { z } from 'zod'

/** The user a connection has signed in as. */
export interface User {
  id: string
  user_info?: unknown
}

/** A person in a presence channel, as their web server vouches for them. */
export interface Member {
  user_id: string
  user_info?: unknown
}

const memberData = z.object({
  user_id: z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(128)),
  user_info: z.unknown().optional(),
})

/**
 * Who subscribes to a presence channel: the person in `channel_data` (JSON) when the
 * subscription has it, else the user the connection has signed in as.
 * Gives a sentence when there is no such person or their details are too long.
 */
export function readMember(
  user: User | null,
  channelData: string | undefined,
  maxInfoBytes: number,
): Member | string {
  const member = channelData === undefined ? memberOf(user) : parse(channelData)
  if (!member)
    return 'A presence subscription needs channel_data with a user_id, or a signed-in user'
  if (Buffer.byteLength(JSON.stringify(member.user_info) ?? '') > maxInfoBytes) {
    return `user_info is longer than ${maxInfoBytes} bytes`
  }
  return member
}

function memberOf(user: User | null): Member | null {
  return user && { user_id: user.id, user_info: user.user_info }
}

function parse(channelData: string): Member | null {
  try {
    return memberData.safeParse(JSON.parse(channelData)).data ?? null
  } catch {
    return null
  }
}
