'use client'

import { useCardPresence } from '@/app/_replica/react/projectHooks'
import { Avatar } from '@/app/_ui/Avatar'
import type { Id } from '@/domain/kernel/primitives'

/** Shows who else is editing this task. */
export function EditingIndicator({ taskId }: { taskId: Id }) {
  const presence = useCardPresence(taskId)
  if (!presence) return null
  const { person, activity } = presence
  return (
    <span role="status" className="flex min-w-0 items-center gap-1.5 text-muted">
      <Avatar person={person} size="small" decorative />
      <span className="truncate">
        {person.name} is {activity === 'editing' ? 'editing' : 'moving this'}
      </span>
    </span>
  )
}
