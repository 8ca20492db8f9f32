'use client'

import { useCallback, useEffect, useState } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useCard, useConnection, useProject } from '@/app/_replica/react/projectHooks'
import type { Conflict } from '@/domain/conflict/conflict'
import { conflictSubjectName } from '../conflictLabels'

/** The thing that a conflict is about. */
export interface ConflictSubject {
  name: string
  title: string | undefined
  /** It is loaded, so that applying a change can name its version. */
  isReady: boolean
  /** It could not be loaded; `retry` tries again, and so does a connection that comes back. */
  hasFailed: boolean
  retry: () => void
}

/** The subject of a conflict; a task outside the loaded part of the board is fetched. */
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
