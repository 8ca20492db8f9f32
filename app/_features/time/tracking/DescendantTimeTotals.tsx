'use client'

import { trpc } from '@/app/_api/trpc'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import type { Task } from '@/domain/task/task'
import { formatTimeTotals } from '../formatTimeTotals'
import { affectsTimeTotals } from './affectsTimeTotals'

/** One line with the time of a task and its descendants. Renders nothing without descendants. */
export function DescendantTimeTotals({ task }: { task: Task }) {
  const { projectId } = useProjectStore()
  const workTime = useWorkTime()
  const query = trpc.time.totals.useQuery({ projectId, of: { taskId: task.id } })
  const { data: totals } = useLiveQuery(query, { affects: affectsTimeTotals })
  if (!totals || totals.all.tasks <= totals.own.tasks) return null
  const descendantCount = totals.all.tasks - totals.own.tasks
  return (
    <p className="pt-1 text-muted tabular-nums">
      {`Including ${descendantCount} ${descendantCount === 1 ? 'subtask' : 'subtasks'}: `}
      {formatTimeTotals(totals.all, workTime) ?? '0m logged, 0m left'}
    </p>
  )
}
