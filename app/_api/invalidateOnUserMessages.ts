import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { getQueryKey } from '@trpc/react-query'
import { trpc } from './trpc'
import { type UserMessage, userMessages } from './userMessages'

/** What comes in bursts is asked for together. */
const GATHER_MS = 100

/** What the server has to be asked again when it tells a person of a change. */
const QUERIES_BY_MESSAGE = {
  'timer-changed': [],
  'timesheet-changed': [getQueryKey(trpc.time.timesheet)],
} satisfies Record<UserMessage, QueryKey[]>

/** Reads again what is on screen, and marks as old what is not, when the realtime channel says so. */
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
