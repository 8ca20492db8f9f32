'use client'

import { useMemo, useState } from 'react'
import { trpc } from '@/app/_api/trpc'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useOnEvents } from '@/app/_replica/react/projectHooks'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import type { StoredEvent } from '@/domain/events'
import { eventTypesOf, type HistoryFilter } from '@/domain/views/history'
import { type LoadedHistory, mergeEvents, mergePages } from './loadedHistory'

/** A history that grows at both ends: older pages and new events. */
export interface PagedHistory extends LoadedHistory {
  state: 'loading' | 'ready' | 'failed'
  /** Loads the next page, or the same one again after a failure. */
  loadOlder: () => void
}

/** Returns the server's pages of a history under a filter. */
export function useHistoryPages(filter: HistoryFilter) {
  const { projectId } = useProjectStore()
  return trpc.history.page.useInfiniteQuery(
    { projectId, ...filter },
    {
      getNextPageParam: (page) => page.next,
      // New events arrive over the replica's connection.
      staleTime: Number.POSITIVE_INFINITY,
    },
  )
}

/** Returns the loading state of the pages, and the function that loads the next one. */
export function pagingOf(
  query: ReturnType<typeof useHistoryPages>,
): Pick<PagedHistory, 'state' | 'loadOlder'> {
  const isLoading = query.isPending || query.isFetchingNextPage
  const isNextPageDue = query.data && (!query.isError || query.isFetchNextPageError)
  return {
    state: isLoading ? 'loading' : query.isError ? 'failed' : 'ready',
    loadOlder: () => void (isNextPageDue ? query.fetchNextPage() : query.refetch()),
  }
}

const NO_EVENT_CHANGES_IT = { affects: () => false }

/**
 * Returns the history under a filter: its first page, older pages by `loadOlder`, and new events as
 * they happen. Give the calling component a `key` made of the filter.
 */
export function useHistory(filter: HistoryFilter): PagedHistory {
  const query = useHistoryPages(filter)
  // Events may have been skipped: by a disconnect, or when the replica started over. Then it is
  // fetched again.
  useLiveQuery(query, NO_EVENT_CHANGES_IT)
  const [newEvents, setNewEvents] = useState<readonly StoredEvent[]>([])
  useOnEvents((events) => {
    const matching = events.filter((event) => matchesFilter(event, filter))
    if (matching.length > 0) setNewEvents((known) => mergeEvents(known, matching))
  })
  const loaded = useMemo(() => mergePages(query.data?.pages ?? []), [query.data])
  return { ...loaded, events: mergeEvents(loaded.events, newEvents), ...pagingOf(query) }
}

function matchesFilter(event: StoredEvent, { personId, taskId, kind }: HistoryFilter): boolean {
  if (personId && event.actor !== personId) return false
  if (taskId && event.taskId !== taskId) return false
  return !kind || eventTypesOf(kind).includes(event.type)
}
