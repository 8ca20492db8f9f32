'use client'

import { useSyncExternalStore } from 'react'

const subscribeToNothing = () => () => {}

/** Returns the reader's time zone; UTC on the server and during hydration. */
export function useBrowserTimeZone(): string {
  return useSyncExternalStore(
    subscribeToNothing,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  )
}
