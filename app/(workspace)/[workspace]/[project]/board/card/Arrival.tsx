'use client'

import type { Id } from '@/domain/words'
import { useDeskPart } from '../desk/useDesk'

/** The soft tint of a card that somebody else has just changed. */
export function Arrival({ id }: { id: Id }) {
  const arrived = useDeskPart((desk) => desk.arrivals.get(id))
  if (!arrived) return null
  return (
    <span
      key={arrived.seq}
      aria-hidden
      data-arrived=""
      className="absolute inset-0 -z-1 animate-arrive rounded-card"
    />
  )
}
