'use client'

import { useEffect } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useCard, useProject } from '@/app/_replica/react/projectHooks'
import type { Conflict } from '@/domain/conflict/conflict'
import { conflictSubjectName } from '../conflictLabels'

/**
 * What a conflict is about. Its task may stand outside the loaded part of the board and is fetched
 * then; nothing should be decided before it is `ready`, since the decision names its version.
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
