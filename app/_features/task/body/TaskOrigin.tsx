'use client'

import { usePerson } from '@/app/_replica/react/projectHooks'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { Task } from '@/domain/task/task'

/** The reporter of a task, when it was reported and when it was last changed. */
export function TaskOrigin({ task }: { task: Task }) {
  const reporter = usePerson(task.reporter)
  return (
    <p className="mt-3 text-muted">
      Reported by {reporter?.name ?? '…'}, <RelativeTime at={task.createdAt} />
      {task.updatedAt === task.createdAt ? null : (
        <>
          <span aria-hidden> · </span>
          <span className="inline-block">
            changed <RelativeTime at={task.updatedAt} />
          </span>
        </>
      )}
    </p>
  )
}
