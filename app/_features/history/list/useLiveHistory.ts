'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useConnection, useOnEvents } from '@/app/_replica/react/projectHooks'
import type { HistoryCursor, HistoryFilter, HistoryPage } from '@/domain/views/history'
import { EMPTY_HISTORY, type LoadedHistory, mergePage, withinLoadedRange } from '../loadedHistory'
import type { PagedHistory } from '../useHistory'

/** Collects bursts of events into one fetch. */
const DEBOUNCE_MS = 150

/** A history plus new events that are not shown yet. */
export interface LiveHistory extends PagedHistory {
  /** Number of new lines that wait; `many` when there are too many to add one by one. */
  pendingCount: number | 'many'
  /** Shows the waiting lines. */
  showPending: () => void
  /** Seqs of events that arrived while the list was on screen. */
  newSeqs: ReadonlySet<number>
}

/**
 * Returns the filtered history: its first page, older pages by `loadOlder`, and new events. New
 * events are shown at once, or wait for `showPending` while `shouldHold` returns true. Give the
 * component a `key` made of the filter.
 */
export function useLiveHistory(
  filter: HistoryFilter,
  firstPage: HistoryPage | null,
  shouldHold: () => boolean,
): LiveHistory {
  const { projectId } = useProjectStore()
  const [loaded, setLoaded] = useState<LoadedHistory>(firstPage ?? EMPTY_HISTORY)
  const [state, setState] = useState<PagedHistory['state']>(firstPage ? 'ready' : 'loading')
  const [pendingPage, setPendingPage] = useState<HistoryPage | null>(null)
  const [newSeqs, setNewSeqs] = useState<ReadonlySet<number>>(new Set())
  const seq = useRef(firstPage?.seq)
  const isLoadingRef = useRef(false)
  const { status } = useConnection()
  const [fetchPage] = useState(() => (before: HistoryCursor | null, sinceSeq?: number) => {
    const input = { projectId, ...filter, sinceSeq, before }
    return apiClient.history.page.query(input) as Promise<HistoryPage>
  })

  const load = useCallback(
    async (before: LoadedHistory['next']) => {
      if (isLoadingRef.current) return
      isLoadingRef.current = true
      setState('loading')
      try {
        const page = await fetchPage(before ?? null)
        if (before) setLoaded((current) => mergePage(current, page, page.next))
        else {
          seq.current = page.seq
          setLoaded(page)
          setPendingPage(null)
        }
        setState('ready')
      } catch {
        setState('failed')
      } finally {
        isLoadingRef.current = false
      }
    },
    [fetchPage],
  )

  const showPage = useCallback((page: HistoryPage) => {
    setLoaded((current) => mergePage(current, withinLoadedRange(page, current.next), current.next))
    setNewSeqs(new Set(page.events.map((event) => event.seq)))
    setPendingPage(null)
  }, [])

  const fetchNewEvents = useCallback(async () => {
    if (seq.current === undefined) return
    try {
      const page = await fetchPage(null, seq.current)
      if (page.events.length === 0) return
      if (shouldHold()) setPendingPage((current) => (current ? mergePending(current, page) : page))
      else if (page.next) await load(null)
      else showPage(page)
      seq.current = page.seq
    } catch {
      // The connection is lost. The same fetch runs again when it is back.
    }
  }, [fetchPage, shouldHold, load, showPage])

  useEffect(() => {
    if (seq.current === undefined) void load(null)
  }, [load])

  const isLive = status === 'live'
  useEffect(() => {
    if (isLive) void fetchNewEvents()
  }, [isLive, fetchNewEvents])
  const debounceTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(debounceTimer.current), [])
  useOnEvents(() => {
    clearTimeout(debounceTimer.current)
    debounceTimer.current = setTimeout(() => void fetchNewEvents(), DEBOUNCE_MS)
  })

  return {
    ...loaded,
    state,
    newSeqs,
    loadOlder: () => void load(loaded.next),
    pendingCount: pendingPage?.next ? 'many' : (pendingPage?.events.length ?? 0),
    showPending: () => (pendingPage?.next ? void load(null) : pendingPage && showPage(pendingPage)),
  }
}

function mergePending(pending: HistoryPage, page: HistoryPage): HistoryPage {
  const next = pending.next ?? page.next
  return { ...mergePage(pending, page, next), seq: page.seq, next }
}
