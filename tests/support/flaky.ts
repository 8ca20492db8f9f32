import type { Server } from '@/app/_client/store/types'

/** What happened to requests on their way. */
export interface Mishaps {
  lostRequests: number
  lostAnswers: number
}

/**
 * A server behind a bad network: some requests never arrive, and of some that do the answer gets
 * lost. `failed` is called after each, for whoever wants to try again at once.
 */
export function flaky(
  server: Server,
  roll: () => number,
  failed: () => void,
): { server: Server; mishaps: Mishaps; heal: () => void } {
  const mishaps: Mishaps = { lostRequests: 0, lostAnswers: 0 }
  let healed = false
  const away = (): never => {
    failed()
    throw new TypeError('fetch failed')
  }
  const through = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      const luck = healed ? 1 : roll()
      if (luck < 0.08) {
        mishaps.lostRequests++
        return away()
      }
      const answer = await call(...args)
      if (luck < 0.16) {
        mishaps.lostAnswers++
        return away()
      }
      return answer
    }
  }
  return {
    mishaps,
    heal: () => {
      healed = true
    },
    server: {
      since: through(server.since),
      board: through(server.board),
      column: through(server.column),
      cards: through(server.cards),
      filtered: through(server.filtered),
      lanes: through(server.lanes),
      backlog: through(server.backlog),
      section: through(server.section),
      people: through(server.people),
      task: through(server.task),
      execute: through(server.execute),
    },
  }
}
