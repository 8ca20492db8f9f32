'use client'

import { useSearchParams } from 'next/navigation'
import { LANES_BY, type LanesBy } from '@/domain/lanes'

const NAME = 'lanes'

/** What the board's rows go by, which lives in the address, and how it is changed; null: no rows. */
export function useLanesBy(): [LanesBy | null, (by: LanesBy | null) => void] {
  const asked = useSearchParams().get(NAME)
  return [LANES_BY.find((each) => each === asked) ?? null, change]
}

function change(by: LanesBy | null): void {
  const query = new URLSearchParams(window.location.search)
  if (by) query.set(NAME, by)
  else query.delete(NAME)
  const rest = query.toString()
  window.history.replaceState(null, '', rest ? `?${rest}` : window.location.pathname)
}
