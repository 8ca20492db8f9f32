'use client'

import { Archive } from 'lucide-react'
import { Button } from '@/app/_ui/Button'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { Task } from '@/domain/task/task'
import { useTaskActs } from './acts/useTaskActs'

/** Says that a task is off the board, and brings it back. */
export function ArchivedBanner({ task, mayRestore }: { task: Task; mayRestore: boolean }) {
  const { restore } = useTaskActs()
  if (!task.archivedAt) return null
  return (
    <div
      role="status"
      className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card bg-sunken px-3 py-2"
    >
      <Archive aria-hidden className="size-4 shrink-0 text-muted" />
      <p className="min-w-0 grow text-muted">
        Archived <RelativeTime at={task.archivedAt} />. It is off the board and stays as it is until
        it is restored.
      </p>
      {mayRestore ? (
        <Button size="small" onClick={() => restore(task.id)}>
          Restore
        </Button>
      ) : null}
    </div>
  )
}
