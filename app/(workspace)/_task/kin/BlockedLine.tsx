'use client'

import { OctagonMinus } from 'lucide-react'
import { useProject } from '@/app/_client/react/hooks'
import type { Relations } from '@/domain/relations'
import type { Task } from '@/domain/task/task'

/** Says that a task cannot go on, while something that blocks it is not done. */
export function BlockedLine({ task, relations }: { task: Task; relations: Relations }) {
  const { statuses } = useProject()
  const done = statuses.find(({ id }) => id === task.statusId)?.category === 'done'
  const blockers = relations.ties.filter(
    ({ kind, task: other }) =>
      kind === 'is-blocked-by' && other && !other.archived && other.status.category !== 'done',
  )
  if (done || blockers.length === 0) return null
  const keys = new Intl.ListFormat('en').format(blockers.map(({ key }) => key))
  return (
    <p className="flex items-center gap-1.5 text-danger-ink tabular-nums">
      <OctagonMinus aria-hidden className="size-4 shrink-0" />
      {`Blocked by ${keys}`}
    </p>
  )
}
