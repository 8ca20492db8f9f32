'use client'

import { useSyncExternalStore } from 'react'

const subscribeToNothing = () => () => {}

/** The reader's time zone; UTC on the server and while the page takes over from it. */
export function useBrowserTimeZone(): string {
  return useSyncExternalStore(
    subscribeToNothing,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  )
}
