'use client'

import { useCallback, useEffect, useState } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useConnection, useTask } from '@/app/_replica/react/projectHooks'
import { isUpToDate } from '@/app/_replica/replicaTypes'
import type { Comment } from '@/domain/comment/comment'
import type { Id } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'
import type { TaskDetail } from '@/domain/views/history'
import type { Worklog } from '@/domain/worklog/worklog'

/** The loading state of a task. */
export type OpenTaskState =
  | { state: 'ready'; task: Task; comments: readonly Comment[]; worklogs: readonly Worklog[] }
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'failed'; retry: () => void }

/**
 * Returns a task with its comments, kept current. Loads again after a failure when the connection
 * is back.
 * @param initial the data that the server rendered the page with
 */
export function useOpenTask(id: Id, initial?: TaskDetail): OpenTaskState {
  const store = useProjectStore()
  const { status } = useConnection()
  const [hasFailed, setFailed] = useState(false)
  const load = useCallback(async () => {
    setFailed(false)
    await store.openTask(id).catch(() => setFailed(true))
  }, [store, id])
  const isCurrent = isUpToDate(status)
  // Runs before useTask loads the task, so that a failure is noticed here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: loads again after a reconnect
  useEffect(() => {
    if (!store.optimisticState.comments.has(id)) void load()
  }, [store, id, load, isCurrent])

  const { task, comments, worklogs, isMissing } = useTask(id)
  if (task) return { state: 'ready', task, comments, worklogs }
  if (isMissing) return { state: 'missing' }
  if (initial) {
    const { task, comments, worklogs } = initial
    return { state: 'ready', task, comments, worklogs }
  }
  return hasFailed ? { state: 'failed', retry: () => void load() } : { state: 'loading' }
}
