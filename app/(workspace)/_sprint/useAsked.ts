'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useConnection, useOnEvents } from '@/app/_client/react/hooks'

/** What comes in bursts is asked for together. */
const PAUSE_MS = 200

export interface Asked<T> {
  /** The newest answer; undefined before the first. */
  data: T | undefined
  failed: boolean
  again: () => void
}

/**
 * What the server says about sprints and versions, asked again whenever something happens that may change it.
 * @param ask stable while the question is the same; null asks nothing
 */
export function useAsked<T>(ask: (() => Promise<T>) | null, first?: T): Asked<T> {
  const [data, setData] = useState(first)
  const [failed, setFailed] = useState(false)
  const turn = useRef(0)
  const again = useCallback(async () => {
    if (!ask) return
    const mine = ++turn.current
    try {
      const answer = await ask()
      if (mine !== turn.current) return
      setData(answer)
      setFailed(false)
    } catch {
      if (mine === turn.current) setFailed(true)
    }
  }, [ask])

  const newest = useRef(again)
  useEffect(() => {
    newest.current = again
  })

  const isLive = useConnection().status === 'live'
  useEffect(() => {
    if (isLive || (turn.current === 0 && first === undefined)) void again()
  }, [again, isLive, first])
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(soon.current)
      soon.current = undefined
    },
    [],
  )
  useOnEvents((events) => {
    if (!events.some((event) => /^(task|sprint|version|status|worklog)\./.test(event.type))) return
    soon.current ??= setTimeout(() => {
      soon.current = undefined
      void newest.current()
    }, PAUSE_MS)
  })
  return { data, failed, again: () => void again() }
}
