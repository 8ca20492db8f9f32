import type { TestServer } from './replica'

/** The number of requests and responses that were lost. */
export interface NetworkFaults {
  lostRequests: number
  lostResponses: number
}

/**
 * Returns a server behind an unreliable network: some requests never arrive, and some responses are
 * lost. `onFailure` is called after each failure, so that a test can retry immediately.
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
