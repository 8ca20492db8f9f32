'use client'

import { usePerson } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import type { Arrival } from './useArrivals'

/** The soft tint on what somebody else has just changed, with who it was; stands in a `relative`. */
export function Arrived({ arrival }: { arrival: Arrival | undefined }) {
  return arrival ? <Tint key={arrival.seq} arrival={arrival} /> : null
}

function Tint({ arrival }: { arrival: Arrival }) {
  const person = usePerson(arrival.by)
  return (
    <span
      data-arrived=""
      className="pointer-events-none absolute inset-0 -z-1 animate-arrive rounded-card"
    >
      {person ? (
        <span
          role="img"
          aria-label={`${person.name} changed this`}
          className="absolute -top-1.5 -right-1.5 flex rounded-full ring-2 ring-accent"
        >
          <Avatar person={person} size="small" decorative />
        </span>
      ) : null}
    </span>
  )
}
