'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useConnection, useOnEvents } from '@/app/_replica/react/projectHooks'
import type { StoredEvent } from '@/domain/events'
import {
  eventTypesOf,
  type HistoryCursor,
  type HistoryFilter,
  type HistoryPage,
} from '@/domain/views/history'
import { EMPTY_HISTORY, type LoadedHistory, mergeEvents, mergePage } from './loadedHistory'

/** A history that loads pages at the end and new events at the start. */
export interface PagedHistory extends LoadedHistory {
  state: 'loading' | 'ready' | 'failed'
  /** Loads the next page, or the same page again after a failure. */
  loadOlder: () => void
}

/**
 * Returns the filtered history: its first page at once, older pages by `loadOlder`, new events as
 * they happen. Give the calling component a `key` made of the filter.
 */
export function useHistory(filter: HistoryFilter): PagedHistory {
  const { projectId } = useProjectStore()
  const [loaded, setLoaded] = useState(EMPTY_HISTORY)
  const [state, setState] = useState<PagedHistory['state']>('loading')
  const { status } = useConnection()
  const { personId, taskId, kind } = filter
  const isLoadingRef = useRef(false)

  const load = useCallback(
    async (before: HistoryCursor | null) => {
      if (isLoadingRef.current) return
      isLoadingRef.current = true
      setState('loading')
      try {
        const input = { projectId, personId, taskId, kind, before }
        const page = (await apiClient.history.page.query(input)) as HistoryPage
        // A page that does not continue the loaded ones is the newest page.
        setLoaded((known) => {
          const isNext = before !== null || known.next === undefined
          return mergePage(known, page, isNext ? page.next : known.next)
        })
        setState('ready')
      } catch {
        setState('failed')
      } finally {
        isLoadingRef.current = false
      }
    },
    [projectId, personId, taskId, kind],
  )

  // Loads at the start and after each reconnect, because events may have been missed.
  const isLive = status === 'live'
  const lastLoad = useRef<unknown>(null)
  useEffect(() => {
    if (isLive || lastLoad.current !== load) void load(null)
    lastLoad.current = load
  }, [load, isLive])

  useOnEvents((events) => {
    const newEvents = events.filter((event) => matchesFilter(event, filter))
    if (newEvents.length > 0)
      setLoaded((known) => ({ ...known, events: mergeEvents(known.events, newEvents) }))
  })

  return { ...loaded, state, loadOlder: () => void load(loaded.next ?? null) }
}

function matchesFilter(event: StoredEvent, { personId, taskId, kind }: HistoryFilter): boolean {
  if (personId && event.actor !== personId) return false
  if (taskId && event.taskId !== taskId) return false
  return !kind || eventTypesOf(kind).includes(event.type)
}
