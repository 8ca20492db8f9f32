'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useConnection, useOnEvents } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import type { LoggedEvent } from '@/domain/events'
import { type HistoryFilter, type HistoryPage, type HistoryPlace, typesOf } from '@/domain/history'
import { inOrder, joined, NOTHING, type Read } from './pages'

/** A history as it grows at both ends. */
export interface History extends Read {
  state: 'loading' | 'ready' | 'failed'
  /** Reads the next page, or the same again after a failure. */
  more: () => void
}

/**
 * The history under a filter: its first page at once, older ones by `more`, new events as they
 * happen. Give the component that calls it a `key` made of the filter.
 */
export function useHistory(filter: HistoryFilter): History {
  const { projectId } = useStore()
  const [read, setRead] = useState(NOTHING)
  const [state, setState] = useState<History['state']>('loading')
  const { status } = useConnection()
  const { personId, taskId, kind } = filter
  const busy = useRef(false)

  const load = useCallback(
    async (before: HistoryPlace | null) => {
      if (busy.current) return
      busy.current = true
      setState('loading')
      try {
        const ask = { projectId, personId, taskId, kind, before }
        const page = (await trpc.history.page.query(ask)) as HistoryPage
        // A page that does not follow what is known is the newest again.
        setRead((known) => {
          const isNext = before !== null || known.next === undefined
          return joined(known, page, isNext ? page.next : known.next)
        })
        setState('ready')
      } catch {
        setState('failed')
      } finally {
        busy.current = false
      }
    },
    [projectId, personId, taskId, kind],
  )

  // At first, and whenever the line is back: what came meanwhile may have been skipped.
  const isLive = status === 'live'
  const asked = useRef<unknown>(null)
  useEffect(() => {
    if (isLive || asked.current !== load) void load(null)
    asked.current = load
  }, [load, isLive])

  useOnEvents((events) => {
    const news = events.filter((event) => passes(event, filter))
    if (news.length > 0) setRead((known) => ({ ...known, events: inOrder(known.events, news) }))
  })

  return { ...read, state, more: () => void load(read.next ?? null) }
}

function passes(event: LoggedEvent, { personId, taskId, kind }: HistoryFilter): boolean {
  if (personId && event.actor !== personId) return false
  if (taskId && event.taskId !== taskId) return false
  return !kind || typesOf(kind).includes(event.type)
}
