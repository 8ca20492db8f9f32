'use client'

import { useCallback, useEffect, useState } from 'react'
import { useOnEvents } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import type { LoggedEvent } from '@/domain/events'
import type { Task } from '@/domain/task/task'
import { useWorkTime } from '../_frame/workspace'
import { timeWords } from './time-words'

type Totals = Awaited<ReturnType<typeof trpc.time.totals.query>>

/** One line with the time of a task and everything below it; nothing where nothing is. */
export function Below({ task }: { task: Task }) {
  const { projectId } = useStore()
  const work = useWorkTime()
  const [totals, setTotals] = useState<Totals | null>(null)
  const { id: taskId } = task
  const load = useCallback(() => {
    trpc.time.totals.query({ projectId, of: { taskId } }).then(setTotals, () => {})
  }, [projectId, taskId])
  useEffect(load, [load])
  useOnEvents((events) => {
    if (totals && totals.all.tasks + 1 > 1 && events.some(changesTime)) load()
  })
  if (!totals || totals.all.tasks <= totals.own.tasks) return null
  const below = totals.all.tasks - totals.own.tasks
  return (
    <p className="pt-1 text-muted tabular-nums">
      {`With ${below} ${below === 1 ? 'task' : 'tasks'} below: `}
      {timeWords(totals.all, work) ?? '0m logged, 0m left'}
    </p>
  )
}

/** Whether an event may have changed the time of some task, or what stands below which. */
function changesTime({ type, data }: LoggedEvent): boolean {
  if (type.startsWith('worklog.') || type === 'task.archived' || type === 'task.restored')
    return true
  if (type === 'task.created') return true
  const set = type === 'task.edited' && 'set' in data ? (data.set ?? {}) : {}
  return 'remainingEstimate' in set || 'originalEstimate' in set || 'parentId' in set
}
