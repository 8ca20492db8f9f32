'use client'

import { useCallback, useEffect, useState } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useCard, useConnection, useProject } from '@/app/_replica/react/projectHooks'
import type { Conflict } from '@/domain/conflict/conflict'
import { conflictSubjectName } from '../conflictLabels'

/** The subject of a conflict: a task or the project. */
export interface ConflictSubject {
  name: string
  title: string | undefined
  /** True when it is loaded, so that a command can name its version. */
  isReady: boolean
  /**
   * True when it could not be loaded. `retry` loads it again, and so does a restored connection.
   */
  hasFailed: boolean
  retry: () => void
}

/** Returns the subject of a conflict. Fetches a task outside the loaded part of the board. */
export function useConflictSubject({ taskId, ...conflict }: Conflict): ConflictSubject {
  const store = useProjectStore()
  const project = useProject()
  const { status } = useConnection()
  const card = useCard(taskId ?? '')
  const isMissing = taskId !== null && card === undefined
  const [hasFailed, setHasFailed] = useState(false)
  const load = useCallback(() => {
    if (taskId === null) return
    setHasFailed(false)
    store.openTask(taskId).catch(() => setHasFailed(true))
  }, [store, taskId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a connection that comes back tries again
  useEffect(() => {
    if (isMissing) load()
  }, [isMissing, load, status])
  const name = conflictSubjectName({ taskId, ...conflict }, project, card?.number)
  const isReady = !isMissing
  return { name, title: card?.title, isReady, hasFailed: hasFailed && isMissing, retry: load }
}
