'use client'

import { OctagonMinus } from 'lucide-react'
import { useProject } from '@/app/_replica/react/projectHooks'
import type { Task } from '@/domain/task/task'
import type { TaskRelations } from '@/domain/views/relations'

/** Shows that a task is blocked by tasks that are not done. */
export function BlockedNotice({ task, relations }: { task: Task; relations: TaskRelations }) {
  const { statuses } = useProject()
  const isDone = statuses.find(({ id }) => id === task.statusId)?.category === 'done'
  const blockers = relations.links.filter(
    ({ kind, task: other }) =>
      kind === 'is-blocked-by' && other && !other.archived && other.status.category !== 'done',
  )
  if (isDone || blockers.length === 0) return null
  const keys = new Intl.ListFormat('en').format(blockers.map(({ key }) => key))
  return (
    <p className="flex items-center gap-1.5 text-danger-ink tabular-nums">
      <OctagonMinus aria-hidden className="size-4 shrink-0" />
      {`Blocked by ${keys}`}
    </p>
  )
}
