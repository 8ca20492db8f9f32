'use client'

import { useCallback, useEffect, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useOnEvents } from '@/app/_replica/react/projectHooks'
import type { StoredEvent } from '@/domain/events'
import type { Task } from '@/domain/task/task'
import { formatTimeTotals } from '../formatTimeTotals'

type TimeTotalsResult = Awaited<ReturnType<typeof apiClient.time.totals.query>>

/** One line with the time of a task and its descendants. Renders nothing without descendants. */
export function DescendantTimeTotals({ task }: { task: Task }) {
  const { projectId } = useProjectStore()
  const workTime = useWorkTime()
  const [totals, setTotals] = useState<TimeTotalsResult | null>(null)
  const { id: taskId } = task
  const load = useCallback(() => {
    apiClient.time.totals.query({ projectId, of: { taskId } }).then(setTotals, () => {})
  }, [projectId, taskId])
  useEffect(load, [load])
  useOnEvents((events) => {
    if (totals && totals.all.tasks + 1 > 1 && events.some(affectsTimeTotals)) load()
  })
  if (!totals || totals.all.tasks <= totals.own.tasks) return null
  const descendantCount = totals.all.tasks - totals.own.tasks
  return (
    <p className="pt-1 text-muted tabular-nums">
      {`Including ${descendantCount} ${descendantCount === 1 ? 'subtask' : 'subtasks'}: `}
      {formatTimeTotals(totals.all, workTime) ?? '0m logged, 0m left'}
    </p>
  )
}

/** Returns true when an event may change the time of a task or the hierarchy. */
function affectsTimeTotals({ type, data }: StoredEvent): boolean {
  if (type.startsWith('worklog.') || type === 'task.archived' || type === 'task.restored')
    return true
  if (type === 'task.created') return true
  const set = type === 'task.edited' && 'set' in data ? (data.set ?? {}) : {}
  return 'remainingEstimate' in set || 'originalEstimate' in set || 'parentId' in set
}
