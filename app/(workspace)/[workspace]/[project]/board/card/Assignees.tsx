'use client'

import { usePerson } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import type { Id } from '@/domain/words'

const SHOWN = 2

/** The people of a card. */
export function Assignees({ ids }: { ids: readonly Id[] }) {
  return (
    <span className="inline-flex shrink-0 items-center -space-x-1">
      {ids.slice(0, SHOWN).map((id) => (
        <Assignee key={id} id={id} />
      ))}
      {ids.length > SHOWN ? <span className="pl-2 tabular-nums">+{ids.length - SHOWN}</span> : null}
    </span>
  )
}

function Assignee({ id }: { id: Id }) {
  const person = usePerson(id)
  if (!person) return <span className="size-4.5 rounded-full bg-hover" />
  return (
    <Avatar
      person={person}
      size="small"
      className={person.placeholder ? 'bg-raised' : 'ring-2 ring-raised'}
    />
  )
}
