'use client'

import { useCallback, useEffect, useRef } from 'react'
import type { StoredEvent } from '@/domain/events'
import { isUpToDate } from '../replicaTypes'
import { mayAffect } from './affectedQueries'
import { useConnection, useOnEvents, useOnReset } from './projectHooks'

/** Events within this time cause one request, in milliseconds. */
const REFETCH_DELAY_MS = 200

export interface LiveQuery<T> {
  /** The newest response; undefined before the first. */
  data: T
  failed: boolean
  refetch: () => void
}

/** A query as returned by the hooks of the API client. */
interface Query {
  data: unknown
  isError: boolean
  refetch: (options?: { cancelRefetch?: boolean }) => unknown
}

/**
 * Keeps a query about a project current: fetches it again when an event of the project may have
 * changed it, when events were skipped, and after a reconnect.
 * @param affects returns true when an event may have changed the result; by default true for the
 * events that change sums
 */
export function useLiveQuery<Q extends Query>(
  { data, isError, refetch }: Q,
  {
    enabled = true,
    affects = affectsTotals,
  }: { enabled?: boolean; affects?: (event: StoredEvent) => boolean } = {},
): LiveQuery<Q['data']> {
  const isCurrent = isUpToDate(useConnection().status)
  useEffect(() => {
    // A request that is running already is not repeated.
    if (enabled && isCurrent) refetch({ cancelRefetch: false })
  }, [refetch, isCurrent, enabled])

  const refetchTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query starts over
  useEffect(
    () => () => {
      clearTimeout(refetchTimer.current)
      refetchTimer.current = undefined
    },
    [refetch],
  )
  const refetchSoon = () => {
    refetchTimer.current ??= setTimeout(() => {
      refetchTimer.current = undefined
      refetch()
    }, REFETCH_DELAY_MS)
  }
  useOnEvents((events) => {
    if (enabled && events.some(affects)) refetchSoon()
  })
  useOnReset(() => {
    if (enabled) refetchSoon()
  })
  const tryAgain = useCallback(() => void refetch(), [refetch])
  return { data, failed: isError, refetch: tryAgain }
}

const affectsTotals = (event: StoredEvent) => mayAffect('totals', event)
