'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useConnection, useOnEvents } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import type { HistoryFilter, HistoryPage, HistoryPlace } from '@/domain/history'
import { joined, NOTHING, onlyLoaded, type Read } from '../../../_history/pages'
import type { History } from '../../../_history/useHistory'

/** What comes in bursts is asked for together. */
const PAUSE_MS = 150

/** A history with what has happened since but is not shown yet. */
export interface LiveHistory extends History {
  /** New lines that wait above; `many` when there are too many to add one by one. */
  waiting: number | 'many'
  /** Shows what waits. */
  show: () => void
  /** Came while it was on screen. */
  fresh: ReadonlySet<number>
}

/**
 * The history under a filter: its first page, older ones by `more`, and what happens meanwhile: at
 * once while `holdsStill` says no, else when `show` is called. Give its component a `key` made of
 * the filter.
 */
export function useLiveHistory(
  filter: HistoryFilter,
  first: HistoryPage | null,
  holdsStill: () => boolean,
): LiveHistory {
  const { projectId } = useStore()
  const [known, setKnown] = useState<Read>(first ?? NOTHING)
  const [state, setState] = useState<History['state']>(first ? 'ready' : 'loading')
  const [held, setHeld] = useState<HistoryPage | null>(null)
  const [fresh, setFresh] = useState<ReadonlySet<number>>(new Set())
  const seq = useRef(first?.seq)
  const busy = useRef(false)
  const { status } = useConnection()
  const [ask] = useState(() => (before: HistoryPlace | null, since?: number) => {
    const asked = { projectId, ...filter, since, before }
    return trpc.history.page.query(asked) as Promise<HistoryPage>
  })

  const load = useCallback(
    async (before: Read['next']) => {
      if (busy.current) return
      busy.current = true
      setState('loading')
      try {
        const page = await ask(before ?? null)
        if (before) setKnown((old) => joined(old, page, page.next))
        else {
          seq.current = page.seq
          setKnown(page)
          setHeld(null)
        }
        setState('ready')
      } catch {
        setState('failed')
      } finally {
        busy.current = false
      }
    },
    [ask],
  )

  const take = useCallback((page: HistoryPage) => {
    setKnown((old) => joined(old, onlyLoaded(page, old.next), old.next))
    setFresh(new Set(page.events.map((event) => event.seq)))
    setHeld(null)
  }, [])

  const news = useCallback(async () => {
    if (seq.current === undefined) return
    try {
      const page = await ask(null, seq.current)
      if (page.events.length === 0) return
      if (holdsStill()) setHeld((old) => (old ? both(old, page) : page))
      else if (page.next) await load(null)
      else take(page)
      seq.current = page.seq
    } catch {
      // The connection is gone; when it is back, the same is asked again.
    }
  }, [ask, holdsStill, load, take])

  useEffect(() => {
    if (seq.current === undefined) void load(null)
  }, [load])

  const live = status === 'live'
  useEffect(() => {
    if (live) void news()
  }, [live, news])
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(soon.current), [])
  useOnEvents(() => {
    clearTimeout(soon.current)
    soon.current = setTimeout(() => void news(), PAUSE_MS)
  })

  return {
    ...known,
    state,
    fresh,
    more: () => void load(known.next),
    waiting: held?.next ? 'many' : (held?.events.length ?? 0),
    show: () => (held?.next ? void load(null) : held && take(held)),
  }
}

function both(old: HistoryPage, page: HistoryPage): HistoryPage {
  const next = old.next ?? page.next
  return { ...joined(old, page, next), seq: page.seq, next }
}
