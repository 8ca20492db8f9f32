'use client'

import { useHolding } from '@/app/_client/react/hooks'
import { Avatar } from '@/app/_ui/Avatar'
import type { Id } from '@/domain/words'

/** Who else has this task in hand right now. */
export function EditingMark({ taskId }: { taskId: Id }) {
  const holding = useHolding(taskId)
  if (!holding) return null
  const { person, as } = holding
  return (
    <span role="status" className="flex min-w-0 items-center gap-1.5 text-muted">
      <Avatar person={person} size="small" decorative />
      <span className="truncate">
        {person.name} is {as === 'editing' ? 'editing' : 'moving this'}
      </span>
    </span>
  )
}
