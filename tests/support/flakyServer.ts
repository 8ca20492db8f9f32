import type { TestServer } from './replica'

/** What happened to requests on their way. */
export interface NetworkFaults {
  lostRequests: number
  lostResponses: number
}

/**
 * A server behind a bad network: some requests never arrive, and of some that do the answer gets
 * lost. `onFailure` is called after each, for whoever wants to try again at once.
 */
export function flakyServer(
  server: TestServer,
  random: () => number,
  onFailure: () => void,
): { server: TestServer; faults: NetworkFaults; restore: () => void } {
  const faults: NetworkFaults = { lostRequests: 0, lostResponses: 0 }
  let isRestored = false
  const failRequest = (): never => {
    onFailure()
    throw new TypeError('fetch failed')
  }
  const withFaults = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      const luck = isRestored ? 1 : random()
      if (luck < 0.08) {
        faults.lostRequests++
        return failRequest()
      }
      const answer = await call(...args)
      if (luck < 0.16) {
        faults.lostResponses++
        return failRequest()
      }
      return answer
    }
  }
  return {
    faults,
    restore: () => {
      isRestored = true
    },
    server: {
      fetchEvents: withFaults(server.fetchEvents),
      fetchBoard: withFaults(server.fetchBoard),
      fetchColumnPage: withFaults(server.fetchColumnPage),
      fetchCards: withFaults(server.fetchCards),
      fetchFilteredBoard: withFaults(server.fetchFilteredBoard),
      fetchSwimlanes: withFaults(server.fetchSwimlanes),
      fetchBacklog: withFaults(server.fetchBacklog),
      fetchSectionPage: withFaults(server.fetchSectionPage),
      fetchPeople: withFaults(server.fetchPeople),
      fetchTask: withFaults(server.fetchTask),
      execute: withFaults(server.execute),
    },
  }
}
