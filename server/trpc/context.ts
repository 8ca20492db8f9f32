import type { Id } from '@/domain/kernel/primitives'
import { clientIp } from '@/server/auth/clientIp'
import { sessionIdOfRequest } from '@/server/auth/sessionToken'

/** What a procedure knows of its request before anything is checked. */
export interface TrpcContext {
  /** Named by the cookie; whether it is live is checked with the first query. */
  sessionId: Id | null
  /** Address of the browser or of the nearest proxy, for rate limits. */
  ip: string
  userAgent: string | null
}

/** Reads the context from a request's headers; no query. */
export async function createContext(headers: Headers): Promise<TrpcContext> {
  return {
    sessionId: await sessionIdOfRequest(headers),
    ip: clientIp(headers),
    userAgent: headers.get('user-agent'),
  }
}
