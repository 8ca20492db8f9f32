'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useConnection, useOnEvents } from './projectHooks'

/** What comes in bursts is asked for together. */
const REFETCH_DELAY_MS = 200

export interface LiveQuery<T> {
  /** The newest answer; undefined before the first. */
  data: T | undefined
  failed: boolean
  refetch: () => void
}

/**
 * What the server says about sprints and versions, asked again whenever something happens that may change it.
 * @param query stable while the question is the same; null asks nothing
 */
export function useLiveQuery<T>(query: (() => Promise<T>) | null, initial?: T): LiveQuery<T> {
  const [data, setData] = useState(initial)
  const [failed, setFailed] = useState(false)
  const requestCount = useRef(0)
  const refetch = useCallback(async () => {
    if (!query) return
    const requestNumber = ++requestCount.current
    try {
      const result = await query()
      if (requestNumber !== requestCount.current) return
      setData(result)
      setFailed(false)
    } catch {
      if (requestNumber === requestCount.current) setFailed(true)
    }
  }, [query])

  const latestRefetch = useRef(refetch)
  useEffect(() => {
    latestRefetch.current = refetch
  })

  const isLive = useConnection().status === 'live'
  useEffect(() => {
    if (isLive || (requestCount.current === 0 && initial === undefined)) void refetch()
  }, [refetch, isLive, initial])
  const refetchTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(refetchTimer.current)
      refetchTimer.current = undefined
    },
    [],
  )
  useOnEvents((events) => {
    if (!events.some((event) => /^(task|sprint|version|status|worklog)\./.test(event.type))) return
    refetchTimer.current ??= setTimeout(() => {
      refetchTimer.current = undefined
      void latestRefetch.current()
    }, REFETCH_DELAY_MS)
  })
  return { data, failed, refetch: () => void refetch() }
}
