'use client'

import { useSyncExternalStore } from 'react'
import { exactTime, relativeTo } from './relative-time'

const tickMs = 30_000
const readers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()

/** One clock for all times on the page; it stands still when there are none. */
function subscribe(read: () => void): () => void {
  readers.add(read)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of readers) each()
  }, tickMs)
  return () => {
    readers.delete(read)
    if (readers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** A moment relative to now, with the exact one on hover. `at`: a Date, ISO text or ms. */
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
  const moment = new Date(at)
  const ms = moment.getTime()
  if (Number.isNaN(ms)) return null
  return (
    <time
      dateTime={moment.toISOString()}
      data-tip={exactTime(ms)}
      className={className}
      // The server's clock and time zone are not the reader's.
      suppressHydrationWarning
    >
      {relativeTo(ms, Date.now())}
    </time>
  )
}
