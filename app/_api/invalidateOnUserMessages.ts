import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { getQueryKey } from '@trpc/react-query'
import { trpc } from './trpc'
import { type UserMessage, userMessages } from './userMessages'

/** Messages within this time cause one request, in milliseconds. */
const GATHER_MS = 100

/** The queries that each message makes outdated. */
const QUERIES_BY_MESSAGE = {
  'timer-changed': [],
  'timesheet-changed': [getQueryKey(trpc.time.timesheet)],
} satisfies Record<UserMessage, QueryKey[]>

/**
 * Invalidates the affected queries on every message: visible ones are fetched again at once, others
 * when they are next shown.
 */
export function invalidateOnUserMessages(queryClient: QueryClient): void {
  const gathered = new Set<UserMessage>()
  userMessages.subscribe((name) => {
    if (gathered.has(name)) return
    gathered.add(name)
    setTimeout(() => {
      gathered.delete(name)
      for (const queryKey of QUERIES_BY_MESSAGE[name])
        void queryClient.invalidateQueries({ queryKey })
    }, GATHER_MS)
  })
}
