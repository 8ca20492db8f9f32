import type Pusher from 'pusher-js'
import type { Options } from 'pusher-js'
import { Backoff } from '@/app/_api/backoff'
import type { Id } from '@/domain/kernel/primitives'

/** The signed user data of a connection; `rejected` when our server refuses to sign. */
export type UserAuthResult = { auth: string; user_data: string } | 'rejected'

/** Timeout in milliseconds before the request is repeated. */
const REQUEST_TIMEOUT_MS = 10_000

/** Requests the signed user data. Rejects when the server is unreachable. */
export async function fetchUserAuth(projectId: Id, socketId: string): Promise<UserAuthResult> {
  const body = new URLSearchParams({ socket_id: socketId, project_id: projectId })
  const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS)
  const response = await fetch('/api/realtime/user', { method: 'POST', body, signal })
  if (response.ok) return response.json()
  if (response.status === 401 || response.status === 404) return 'rejected'
  throw new Error(`The server answered ${response.status}.`)
}

/**
 * Returns the official client's handler that signs in each connection, so that the realtime server
 * can end the connections of a person who loses access. Runs beside the subscriptions, which do not
 * wait for it.
 * @param currentConnection returns the client's current connection; null when it was closed for
 * good
 */
export function createUserAuthentication(
  fetchAuth: (socketId: string) => Promise<UserAuthResult>,
  currentConnection: () => Pusher['connection'] | null,
  onRejected: () => void,
): NonNullable<Options['userAuthentication']> {
  const backoff = new Backoff()
  // A late response would sign in another connection with the wrong data, which would end that
  // connection.
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
