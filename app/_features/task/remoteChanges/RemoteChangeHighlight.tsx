'use client'

import { usePerson } from '@/app/_replica/react/projectHooks'
import { Avatar } from '@/app/_ui/Avatar'
import type { RemoteChange } from './useRemoteChanges'

/**
 * Tints a field that somebody else has just changed and shows who it was. The container must be
 * `relative`.
 */
export function RemoteChangeHighlight({ change }: { change: RemoteChange | undefined }) {
  return change ? <HighlightTint key={change.seq} change={change} /> : null
}

function HighlightTint({ change }: { change: RemoteChange }) {
  const person = usePerson(change.actor)
  return (
    <span
      data-recently-changed=""
      className="pointer-events-none absolute inset-0 -z-1 animate-highlight rounded-card"
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
