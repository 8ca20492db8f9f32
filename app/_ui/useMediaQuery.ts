import { useCallback, useSyncExternalStore } from 'react'

/** Narrower than the side bar is worth: one column, bottom navigation, full sheets. */
export const PHONE_QUERY = '(max-width: 47.99rem)'

/** Whether the media query holds; `false` on the server and during the first paint. */
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
