'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { trpc } from '@/app/_api/trpc'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useConnection, useOnEvents, useOnReset } from '@/app/_replica/react/projectHooks'
import { isUpToDate } from '@/app/_replica/replicaTypes'
import type { HistoryFilter, HistoryPage } from '@/domain/views/history'
import { mergePage, mergePages, withinLoadedRange } from '../loadedHistory'
import { type PagedHistory, pagingOf, useHistoryPages } from '../useHistory'

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
export function useLiveHistory(filter: HistoryFilter, shouldHold: () => boolean): LiveHistory {
  const { projectId } = useProjectStore()
  const utils = trpc.useUtils()
  const [input] = useState(() => ({ projectId, ...filter }))
  const query = useHistoryPages(filter)
  const { refetch } = query
  /**
   * The shown events that are newer than the pages, then the pending events that are newer than
   * those.
   */
  const [newer, setNewer] = useState<HistoryPage | null>(null)
  const [pendingPage, setPendingPage] = useState<HistoryPage | null>(null)
  const [newSeqs, setNewSeqs] = useState<ReadonlySet<number>>(new Set())
  const { status } = useConnection()
  const pages = query.data?.pages
  const loadedSeq = pages?.[0]?.seq
  /** The position up to which the history is known. */
  const seq = useRef(loadedSeq)
  useEffect(() => {
    seq.current = loadedSeq
  }, [loadedSeq])

  /** Starts over with the newest page when there are too many events to add one by one. */
  const startOver = useCallback(async () => {
    utils.history.page.setInfiniteData(
      input,
      (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    )
    const { isError } = await refetch()
    if (isError) return
    setNewer(null)
    setPendingPage(null)
  }, [utils, input, refetch])

  const showPage = useCallback((page: HistoryPage) => {
    setNewer((current) => (current ? mergeNewer(current, page) : page))
    setNewSeqs(new Set(page.events.map((event) => event.seq)))
    setPendingPage(null)
  }, [])

  const fetchNewEvents = useCallback(async () => {
    if (seq.current === undefined) return
    try {
      const since = { ...input, sinceSeq: seq.current }
      const page = await utils.client.history.page.query(since)
      if (page.events.length === 0) return
      if (shouldHold()) setPendingPage((current) => (current ? mergeNewer(current, page) : page))
      else if (page.next) await startOver()
      else showPage(page)
      seq.current = page.seq
    } catch {
      // The connection is lost. The same fetch runs again when it is back.
    }
  }, [input, utils, shouldHold, startOver, showPage])

  const isCurrent = isUpToDate(status)
  const isLoaded = loadedSeq !== undefined
  useEffect(() => {
    if (isCurrent && isLoaded) void fetchNewEvents()
  }, [isCurrent, isLoaded, fetchNewEvents])
  const debounceTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(debounceTimer.current), [])
  const fetchSoon = () => {
    clearTimeout(debounceTimer.current)
    debounceTimer.current = setTimeout(() => void fetchNewEvents(), DEBOUNCE_MS)
  }
  useOnEvents(fetchSoon)
  useOnReset(fetchSoon)

  const loaded = useMemo(() => {
    const older = mergePages(pages ?? [])
    return newer ? mergePage(older, withinLoadedRange(newer, older.next), older.next) : older
  }, [pages, newer])
  return {
    ...loaded,
    ...pagingOf(query),
    newSeqs,
    pendingCount: pendingPage?.next ? 'many' : (pendingPage?.events.length ?? 0),
    showPending: () =>
      pendingPage?.next ? void startOver() : pendingPage && showPage(pendingPage),
  }
}

function mergeNewer(known: HistoryPage, page: HistoryPage): HistoryPage {
  const next = known.next ?? page.next
  return { ...mergePage(known, page, next), seq: page.seq, next }
}
