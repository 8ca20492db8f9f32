import { useEffect, useRef, useState } from 'react'
import { trpc } from '@/app/_client/trpc'
import type { Page } from './Report'

const PAUSE_MS = 200

export interface Filter {
  outcome: 'all' | Page['lines'][number]['outcome']
  noted: boolean
  text: string
}

/** The lines of a report that the filter lets through, a page at a time. */
export function useReport(workspace: string, id: string, first: Page, filter: Filter) {
  const [page, setPage] = useState(first)
  const [loading, setLoading] = useState(false)
  const [failed, setFailed] = useState(false)
  const asked = useRef(0)
  const touched = useRef(false)
  const { outcome, noted, text } = filter

  const load = async (from: number, before: Page['lines']) => {
    const turn = ++asked.current
    setLoading(true)
    setFailed(false)
    try {
      const next = await trpc.import.report.query({
        workspace,
        id,
        from,
        noted: noted || undefined,
        text: text.trim() || undefined,
        outcomes: outcome === 'all' ? undefined : [outcome],
      })
      // An answer to an older question comes too late.
      if (turn === asked.current) setPage({ ...next, lines: [...before, ...next.lines] })
    } catch {
      if (turn === asked.current) setFailed(true)
    } finally {
      if (turn === asked.current) setLoading(false)
    }
  }
  const latest = useRef(load)
  latest.current = load

  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is what it hangs on
  useEffect(() => {
    if (!touched.current) {
      touched.current = true
      return
    }
    const timer = setTimeout(() => void latest.current(0, []), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [outcome, noted, text])

  return {
    lines: page.lines,
    more: page.next !== null,
    loading,
    failed,
    loadMore: () => void load(failed ? 0 : (page.next ?? 0), failed ? [] : page.lines),
  }
}
