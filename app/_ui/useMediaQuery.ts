import { useCallback, useSyncExternalStore } from 'react'

/** Below this width the layout has one column, a bottom navigation and full-screen sheets. */
export const PHONE_QUERY = '(max-width: 47.99rem)'

/** Returns true when the media query matches; `false` on the server and at first paint. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
}
