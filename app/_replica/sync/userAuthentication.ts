import type Pusher from 'pusher-js'
import type { Options } from 'pusher-js'
import { Backoff } from '@/app/_api/backoff'
import type { Id } from '@/domain/kernel/primitives'

/** Proof of whose a connection is, for the realtime server; `rejected` when our server gives none. */
export type UserAuthResult = { auth: string; user_data: string } | 'rejected'

/** After this long without an answer it is asked for again. */
const REQUEST_TIMEOUT_MS = 10_000

/** Asks our server for that proof. Rejects when it cannot be reached. */
export async function fetchUserAuth(projectId: Id, socketId: string): Promise<UserAuthResult> {
  const body = new URLSearchParams({ socket_id: socketId, project_id: projectId })
  const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS)
  const response = await fetch('/api/realtime/user', { method: 'POST', body, signal })
  if (response.ok) return response.json()
  if (response.status === 401 || response.status === 404) return 'rejected'
  throw new Error(`The server answered ${response.status}.`)
}

/**
 * How the official client signs each of its connections in, so that the realtime server can end
 * them when their person's rights end. It goes beside the subscriptions, which do not wait for it.
 * @param currentConnection the client's connection at the moment; null once it was closed for good
 */
export function createUserAuthentication(
  fetchAuth: (socketId: string) => Promise<UserAuthResult>,
  currentConnection: () => Pusher['connection'] | null,
  onRejected: () => void,
): NonNullable<Options['userAuthentication']> {
  const backoff = new Backoff()
  // An answer that comes late would be the proof of another connection, and end this one.
  const isOpen = (socketId: string) => {
    const current = currentConnection()
    return current?.state === 'connected' && current.socket_id === socketId
  }
  const authenticate = async (
    socketId: string,
    done: (proof: Exclude<UserAuthResult, 'rejected'>) => void,
  ) => {
    try {
      const result = await fetchAuth(socketId)
      backoff.reset()
      if (!isOpen(socketId)) return
      if (result === 'rejected') onRejected()
      else done(result)
    } catch {
      backoff.retry(() => {
        if (isOpen(socketId)) void authenticate(socketId, done)
      })
    }
  }
  return {
    customHandler: ({ socketId }, done) =>
      void authenticate(socketId, (proof) => done(null, proof)),
  }
}
