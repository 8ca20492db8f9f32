'use client'

import { useCallback, useEffect, useState } from 'react'
import { useConnection, useTask } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { Comment } from '@/domain/comment/comment'
import type { TaskDetail } from '@/domain/history'
import type { Task } from '@/domain/task/task'
import type { Id } from '@/domain/words'
import type { Worklog } from '@/domain/worklog/worklog'

/** A task on its way to the screen. */
export type Opened =
  | { state: 'here'; task: Task; comments: readonly Comment[]; worklogs: readonly Worklog[] }
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'failed'; retry: () => void }

/**
 * A task with its comments, kept current; what could not be loaded is tried again when the line is
 * back.
 * @param first what the server has drawn the page with
 */
export function useOpenedTask(id: Id, first?: TaskDetail): Opened {
  const store = useStore()
  const { status } = useConnection()
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    setFailed(false)
    await store.openTask(id).catch(() => setFailed(true))
  }, [store, id])
  const isLive = status === 'live'
  // Before useTask asks for it, so that a failure is heard here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once more when the line is back
  useEffect(() => {
    if (!store.screen.comments.has(id)) void load()
  }, [store, id, load, isLive])

  const { task, comments, worklogs, missing } = useTask(id)
  if (task) return { state: 'here', task, comments, worklogs }
  if (missing) return { state: 'missing' }
  if (first) {
    const { task, comments, worklogs } = first
    return { state: 'here', task, comments, worklogs }
  }
  return failed ? { state: 'failed', retry: () => void load() } : { state: 'loading' }
}
