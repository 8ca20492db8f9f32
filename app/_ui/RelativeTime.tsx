'use client'

import { useSyncExternalStore } from 'react'
import { formatExactTime, formatRelativeTime } from './formatRelativeTime'

const TICK_MS = 30_000
const subscribers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()

/** One timer for all times on the page. It stops when there are none. */
function subscribe(read: () => void): () => void {
  subscribers.add(read)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of subscribers) each()
  }, TICK_MS)
  return () => {
    subscribers.delete(read)
    if (subscribers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** A time relative to now, with the exact time on hover. `at`: a Date, an ISO string or ms. */
export function RelativeTime({
  at,
  className,
}: {
  at: Date | string | number
  className?: string
}) {
  useSyncExternalStore(
    subscribe,
    () => now,
    () => 0,
  )
  const date = new Date(at)
  const ms = date.getTime()
  if (Number.isNaN(ms)) return null
  return (
    <time
      dateTime={date.toISOString()}
      data-tooltip={formatExactTime(ms)}
      className={className}
      // The server's clock and time zone differ from the reader's.
      suppressHydrationWarning
    >
      {formatRelativeTime(ms, Date.now())}
    </time>
  )
}
