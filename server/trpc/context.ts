import type { Id } from '@/domain/kernel/primitives'
import { clientIp } from '@/server/auth/clientIp'
import { sessionIdOfRequest } from '@/server/auth/sessionToken'

/** The data of a request before any check. */
export interface TrpcContext {
  /** From the cookie. The first query checks that the session is live. */
  sessionId: Id | null
  /** IP address of the browser or of the nearest proxy, for rate limits. */
  ip: string
  userAgent: string | null
}

/** Reads the context from a request's headers, without a query. */
export async function createContext(headers: Headers): Promise<TrpcContext> {
  return {
    sessionId: await sessionIdOfRequest(headers),
    ip: clientIp(headers),
    userAgent: headers.get('user-agent'),
  }
}
