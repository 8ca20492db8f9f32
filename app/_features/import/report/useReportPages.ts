import { keepPreviousData } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { trpc } from '@/app/_api/trpc'
import type { ReportPage } from '../ImportReport'

const DEBOUNCE_MS = 200

export interface ReportTableFilter {
  outcome: 'all' | ReportPage['lines'][number]['outcome']
  withNotes: boolean
  text: string
}

/** Returns the lines of a report that match the filter, loaded page by page. */
export function useReportPages(workspace: string, id: string, filter: ReportTableFilter) {
  const { outcome, withNotes, text } = useDebounced(filter)
  const query = trpc.import.report.useInfiniteQuery(
    {
      workspace,
      id,
      withNotes: withNotes || undefined,
      text: text.trim() || undefined,
      outcomes: outcome === 'all' ? undefined : [outcome],
    },
    // Keeps the previous lines while those for a new filter load.
    { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
  )
  return {
    lines: query.data?.pages.flatMap((page) => page.lines) ?? [],
    hasMore: query.hasNextPage,
    loading: query.isFetching,
    failed: query.isError,
    loadMore: () =>
      void (query.isError && !query.isFetchNextPageError ? query.refetch() : query.fetchNextPage()),
  }
}

function useDebounced(filter: ReportTableFilter): ReportTableFilter {
  const [debounced, setDebounced] = useState(filter)
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(filter), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [filter])
  return debounced
}
