'use client'

import { useCardPresence, useCurrentUser, usePerson } from '@/app/_replica/react/projectHooks'
import { Avatar } from '@/app/_ui/Avatar'
import type { Id } from '@/domain/kernel/primitives'
import { useBoardUiState } from './useBoardUi'

/** Shows who else is editing this card or has just changed it. */
export function CardPresence({ id }: { id: Id }) {
  const editing = useCardPresence(id)
  const change = useBoardUiState((state) => state.recentChanges.get(id))
  if (editing) {
    const action = editing.activity === 'dragging' ? 'is moving this' : 'is editing this'
    return <PresenceAvatar personId={editing.person.id} name={editing.person.name} what={action} />
  }
  return change ? <ChangedByAvatar id={change.personId} /> : null
}

function ChangedByAvatar({ id }: { id: Id }) {
  const person = usePerson(id)
  const me = useCurrentUser()
  if (!person || id === me.id) return null
  return <PresenceAvatar personId={id} name={person.name} what="changed this" />
}

function PresenceAvatar({
  personId,
  name,
  what: action,
}: {
  personId: Id
  name: string
  what: string
}) {
  return (
    <span
      role="img"
      aria-label={`${name} ${action}`}
      data-tooltip={`${name} ${action}`}
      className="flex rounded-full ring-2 ring-accent"
    >
      <Avatar person={{ id: personId, name }} size="small" decorative />
    </span>
  )
}
