'use client'

import { usePerson } from '@/app/_replica/react/projectHooks'
import { Avatar } from '@/app/_ui/Avatar'
import type { Id } from '@/domain/kernel/primitives'

const MAX_SHOWN = 2

/** The avatars of a card's assignees. */
export function AssigneeAvatars({ ids }: { ids: readonly Id[] }) {
  return (
    <span className="inline-flex shrink-0 items-center -space-x-1">
      {ids.slice(0, MAX_SHOWN).map((id) => (
        <AssigneeAvatar key={id} id={id} />
      ))}
      {ids.length > MAX_SHOWN ? (
        <span className="pl-2 tabular-nums">+{ids.length - MAX_SHOWN}</span>
      ) : null}
    </span>
  )
}

function AssigneeAvatar({ id }: { id: Id }) {
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
