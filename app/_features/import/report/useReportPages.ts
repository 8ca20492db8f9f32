import { useEffect, useRef, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import type { ReportPage } from '../ImportReport'

const DEBOUNCE_MS = 200

export interface ReportTableFilter {
  outcome: 'all' | ReportPage['lines'][number]['outcome']
  withRemarks: boolean
  text: string
}

/** Returns the filtered lines of a report, page by page. */
export function useReportPages(
  workspace: string,
  id: string,
  firstPage: ReportPage,
  filter: ReportTableFilter,
) {
  const [page, setPage] = useState(firstPage)
  const [loading, setLoading] = useState(false)
  const [failed, setFailed] = useState(false)
  const requestCount = useRef(0)
  const isFilterChanged = useRef(false)
  const { outcome, withRemarks, text } = filter

  const load = async (from: number, loadedLines: ReportPage['lines']) => {
    const requestNumber = ++requestCount.current
    setLoading(true)
    setFailed(false)
    try {
      const next = await apiClient.import.report.query({
        workspace,
        id,
        from,
        withNotes: withRemarks || undefined,
        text: text.trim() || undefined,
        outcomes: outcome === 'all' ? undefined : [outcome],
      })
      // Ignores the response to an older request.
      if (requestNumber === requestCount.current)
        setPage({ ...next, lines: [...loadedLines, ...next.lines] })
    } catch {
      if (requestNumber === requestCount.current) setFailed(true)
    } finally {
      if (requestNumber === requestCount.current) setLoading(false)
    }
  }
  const latestLoad = useRef(load)
  latestLoad.current = load

  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is what it hangs on
  useEffect(() => {
    if (!isFilterChanged.current) {
      isFilterChanged.current = true
      return
    }
    const timer = setTimeout(() => void latestLoad.current(0, []), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [outcome, withRemarks, text])

  return {
    lines: page.lines,
    hasMore: page.next !== null,
    loading,
    failed,
    loadMore: () => void load(failed ? 0 : (page.next ?? 0), failed ? [] : page.lines),
  }
}
