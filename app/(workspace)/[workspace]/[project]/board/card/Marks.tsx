'use client'

import { useHolding, useMe, usePerson } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import type { Id } from '@/domain/words'
import { useDeskPart } from '../desk/useDesk'

/** Who else has this card in hand, or has just changed it. */
export function Marks({ id }: { id: Id }) {
  const holding = useHolding(id)
  const arrived = useDeskPart((desk) => desk.arrivals.get(id))
  if (holding) {
    const what = holding.as === 'dragging' ? 'is moving this' : 'is editing this'
    return <Mark personId={holding.person.id} name={holding.person.name} what={what} />
  }
  return arrived ? <ChangedBy id={arrived.by} /> : null
}

function ChangedBy({ id }: { id: Id }) {
  const person = usePerson(id)
  const me = useMe()
  if (!person || id === me.id) return null
  return <Mark personId={id} name={person.name} what="changed this" />
}

function Mark({ personId, name, what }: { personId: Id; name: string; what: string }) {
  return (
    <span
      role="img"
      aria-label={`${name} ${what}`}
      data-tip={`${name} ${what}`}
      className="flex rounded-full ring-2 ring-accent"
    >
      <Avatar person={{ id: personId, name }} size="small" decorative />
    </span>
  )
}
