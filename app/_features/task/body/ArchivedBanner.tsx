'use client'

import { Archive } from 'lucide-react'
import { Button } from '@/app/_ui/Button'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { Task } from '@/domain/task/task'
import { useTaskActions } from '../useTaskActions'

/** Shows that a task is archived and offers to restore it. */
export function ArchivedBanner({ task, canRestore }: { task: Task; canRestore: boolean }) {
  const { restore } = useTaskActions()
  if (!task.archivedAt) return null
  return (
    <div
      role="status"
      className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card bg-sunken px-3 py-2"
    >
      <Archive aria-hidden className="size-4 shrink-0 text-muted" />
      <p className="min-w-0 grow text-muted">
        Archived <RelativeTime at={task.archivedAt} />. Restore it to edit it.
      </p>
      {canRestore ? (
        <Button size="small" onClick={() => restore(task.id)}>
          Restore
        </Button>
      ) : null}
    </div>
  )
}
