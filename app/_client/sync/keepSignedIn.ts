import type Pusher from 'pusher-js'
import type { Options } from 'pusher-js'
import type { Id } from '@/domain/words'
import { Backoff } from './backoff'

/** Proof of whose a connection is, for the realtime server; `refused` when our server gives none. */
export type Vouched = { auth: string; user_data: string } | 'refused'

/** After this long without an answer it is asked for again. */
const PATIENCE_MS = 10_000

/** Asks our server for that proof. Rejects when it cannot be reached. */
export async function vouchFor(projectId: Id, socketId: string): Promise<Vouched> {
  const body = new URLSearchParams({ socket_id: socketId, project_id: projectId })
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const answer = await fetch('/api/realtime/user', { method: 'POST', body, signal })
  if (answer.ok) return answer.json()
  if (answer.status === 401 || answer.status === 404) return 'refused'
  throw new Error(`The server answered ${answer.status}.`)
}

/**
 * How the official client signs each of its connections in, so that the realtime server can end
 * them when their person's rights end. It goes beside the subscriptions, which do not wait for it.
 * @param connection the client's connection at the moment; null once it was closed for good
 */
export function keepSignedIn(
  vouch: (socketId: string) => Promise<Vouched>,
  connection: () => Pusher['connection'] | null,
  refused: () => void,
): NonNullable<Options['userAuthentication']> {
  const pause = new Backoff()
  // An answer that comes late would be the proof of another connection, and end this one.
  const isOpen = (socketId: string) => {
    const now = connection()
    return now?.state === 'connected' && now.socket_id === socketId
  }
  const ask = async (socketId: string, done: (proof: Exclude<Vouched, 'refused'>) => void) => {
    try {
      const answer = await vouch(socketId)
      pause.reset()
      if (!isOpen(socketId)) return
      if (answer === 'refused') refused()
      else done(answer)
    } catch {
      pause.retry(() => {
        if (isOpen(socketId)) void ask(socketId, done)
      })
    }
  }
  return {
    customHandler: ({ socketId }, done) => void ask(socketId, (proof) => done(null, proof)),
  }
}
