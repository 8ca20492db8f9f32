'use client'

import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id } from '@/domain/kernel/primitives'
import { conflictHeadline, joinFieldLabels } from '../conflictLabels'
import { useConflictSubject } from '../subject/useConflictSubject'

type Props = { conflicts: readonly Conflict[]; onPick: (id: Id) => void }

/** The open conflicts, oldest first. */
export function ConflictList({ conflicts, onPick }: Props) {
  return (
    <ul className="w-80 max-w-full">
      {conflicts.map((conflict) => (
        <li key={conflict.id}>
          <ConflictListItem conflict={conflict} onPick={onPick} />
        </li>
      ))}
    </ul>
  )
}

function ConflictListItem({ conflict, onPick }: { conflict: Conflict; onPick: Props['onPick'] }) {
  const subject = useConflictSubject(conflict)
  return (
    <button
      type="button"
      onClick={() => onPick(conflict.id)}
      className="w-full rounded-card px-2 py-1.5 text-left hover:bg-hover"
    >
      <span className="block">{conflictHeadline(conflict, subject.name)}</span>
      <span className="flex justify-between gap-2 text-muted">
        <span className="truncate">
          {conflict.fields.length > 0
            ? joinFieldLabels(conflict.fields.map((each) => each.field))
            : subject.title}
        </span>
        <RelativeTime at={conflict.detectedAt} className="shrink-0" />
      </span>
    </button>
  )
}
