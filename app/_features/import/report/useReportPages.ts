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

/** The lines of a report that the filter lets through, a page at a time. */
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
    // While a filter is asked for, the lines of the one before stay.
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
