'use client'

import { useEffect } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useCard, useProject } from '@/app/_replica/react/projectHooks'
import type { Conflict } from '@/domain/conflict/conflict'
import { conflictSubjectName } from '../conflictLabels'

/**
 * Returns the subject of a conflict. Loads its task when the board has not loaded it. Resolve
 * nothing before it is `ready`, because a resolution names the task's version.
 */
export function useConflictSubject({ taskId, ...conflict }: Conflict) {
  const store = useProjectStore()
  const project = useProject()
  const card = useCard(taskId ?? '')
  const isMissing = taskId !== null && card === undefined
  useEffect(() => {
    if (isMissing) void store.openTask(taskId).catch(() => {})
  }, [store, taskId, isMissing])
  const name = conflictSubjectName({ taskId, ...conflict }, project, card?.number)
  return { name, title: card?.title, isReady: !isMissing }
}
