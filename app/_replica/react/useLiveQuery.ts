'use client'

import { useCallback, useEffect, useRef } from 'react'
import type { StoredEvent } from '@/domain/events'
import { mayAffect } from './affectedQueries'
import { useConnection, useOnEvents } from './projectHooks'

/** What comes in bursts is asked for together. */
const REFETCH_DELAY_MS = 200

export interface LiveQuery<T> {
  /** The newest answer; undefined before the first. */
  data: T
  failed: boolean
  refetch: () => void
}

/** A query as the hooks of the API client give it. */
interface Query {
  data: unknown
  isError: boolean
  refetch: (options?: { cancelRefetch?: boolean }) => unknown
}

/**
 * Keeps what the server says about a project current: it is asked again when an event of the
 * project may have changed it, and when the line is back.
 * @param affects whether an event may have changed it; left out: those that sums are made of
 */
export function useLiveQuery<Q extends Query>(
  { data, isError, refetch }: Q,
  {
    enabled = true,
    affects = affectsTotals,
  }: { enabled?: boolean; affects?: (event: StoredEvent) => boolean } = {},
): LiveQuery<Q['data']> {
  const isLive = useConnection().status === 'live'
  useEffect(() => {
    // A question that is on its way already need not be asked twice.
    if (enabled && isLive) refetch({ cancelRefetch: false })
  }, [refetch, isLive, enabled])

  const refetchTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts anew
  useEffect(
    () => () => {
      clearTimeout(refetchTimer.current)
      refetchTimer.current = undefined
    },
    [refetch],
  )
  useOnEvents((events) => {
    if (!enabled || !events.some(affects)) return
    refetchTimer.current ??= setTimeout(() => {
      refetchTimer.current = undefined
      refetch()
    }, REFETCH_DELAY_MS)
  })
  const tryAgain = useCallback(() => void refetch(), [refetch])
  return { data, failed: isError, refetch: tryAgain }
}

const affectsTotals = (event: StoredEvent) => mayAffect('totals', event)
