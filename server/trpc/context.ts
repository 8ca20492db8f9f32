import type { Id } from '@/domain/words'
import { addressOf } from '@/server/auth/address'
import { sessionIdOf } from '@/server/auth/token'

/** What a procedure knows of its request before anything is checked. */
export interface Context {
  /** Named by the cookie; whether it is live is checked with the first query. */
  sessionId: Id | null
  /** Address of the browser or of the nearest proxy, for rate limits. */
  ip: string
  agent: string | null
}

/** Reads the context from a request's headers; no query. */
export async function contextOf(headers: Headers): Promise<Context> {
  return {
    sessionId: await sessionIdOf(headers),
    ip: addressOf(headers),
    agent: headers.get('user-agent'),
  }
}
