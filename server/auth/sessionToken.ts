import { decode, encode } from 'next-auth/jwt'
import type { Id } from '@/domain/kernel/primitives'

export const SESSION_COOKIE = 'concord.session'
/** Lifetime of a session, in seconds. */
export const SESSION_MAX_AGE_SECONDS = 30 * 24 * 60 * 60

/** @throws Error when NEXTAUTH_SECRET is not set */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set.')
  return secret
}

// A token's content never changes, so it is decrypted once. The database is still asked on every
// request if the session is live.
const decodedTokens = new Map<string, { sid: Id; until: number }>()
const MAX_DECODED_TOKENS = 2_000

/**
 * Returns the session id in a cookie's value; null when it is empty, forged, truncated or expired.
 */
export async function decodeSessionToken(token: string | undefined): Promise<Id | null> {
  if (!token) return null
  const decoded = decodedTokens.get(token) ?? (await decodeToken(token))
  return decoded && decoded.until > Date.now() ? decoded.sid : null
}

async function decodeToken(token: string) {
  try {
    const payload = await decode({ token, secret: sessionSecret() })
    if (typeof payload?.sid !== 'string') return null
    const decoded = { sid: payload.sid, until: Number(payload.exp) * 1_000 }
    const [oldest] = decodedTokens.keys()
    if (oldest && decodedTokens.size >= MAX_DECODED_TOKENS) decodedTokens.delete(oldest)
    decodedTokens.set(token, decoded)
    return decoded
  } catch {
    return null
  }
}

/** Returns the cookie's value for a session, in next-auth's format. */
export function encodeSessionToken(sessionId: Id): Promise<string> {
  return encode({
    token: { sid: sessionId },
    secret: sessionSecret(),
    maxAge: SESSION_MAX_AGE_SECONDS,
  })
}

/** Returns the session id in a request's cookies. That session may have been revoked. */
export function sessionIdOfRequest(headers: Headers): Promise<Id | null> {
  const name = `${SESSION_COOKIE}=`
  const pair = (headers.get('cookie') ?? '').split('; ').find((part) => part.startsWith(name))
  return decodeSessionToken(pair?.slice(name.length))
}
