import { decode, encode } from 'next-auth/jwt'
import type { Id } from '@/domain/words'

export const SESSION_COOKIE = 'concord.session'
/** How long a sign-in lasts, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

/** @throws Error when NEXTAUTH_SECRET is not set */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set.')
  return secret
}

// What a token holds never changes, so that it is decrypted once, not with every request; whether
// its session is live is asked of the database each time.
const opened = new Map<string, { sid: Id; until: number }>()
const MOST_OPENED = 2_000

/** The session's id in the cookie's value; null when it is empty, forged, cut or too old. */
export async function sessionIdIn(token: string | undefined): Promise<Id | null> {
  if (!token) return null
  const known = opened.get(token) ?? (await open(token))
  return known && known.until > Date.now() ? known.sid : null
}

async function open(token: string) {
  try {
    const content = await decode({ token, secret: sessionSecret() })
    if (typeof content?.sid !== 'string') return null
    const found = { sid: content.sid, until: Number(content.exp) * 1_000 }
    const [oldest] = opened.keys()
    if (oldest && opened.size >= MOST_OPENED) opened.delete(oldest)
    opened.set(token, found)
    return found
  } catch {
    return null
  }
}

/** The cookie's value for a session, as next-auth would write it. */
export function tokenFor(sessionId: Id): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: sessionSecret(), maxAge: SESSION_SECONDS })
}

/** The session's id that a request's cookies name; it may have been revoked since. */
export function sessionIdOf(headers: Headers): Promise<Id | null> {
  const name = `${SESSION_COOKIE}=`
  const pair = (headers.get('cookie') ?? '').split('; ').find((part) => part.startsWith(name))
  return sessionIdIn(pair?.slice(name.length))
}
