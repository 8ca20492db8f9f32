'use client'

import { useEffect } from 'react'
import { useCard, useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { Conflict } from '@/domain/conflict/conflict'
import { thingName } from './words'

/**
 * What a conflict is about. Its task may stand outside the loaded part of the board and is fetched
 * then; nothing should be decided before it is `ready`, since the decision names its version.
 */
export function useThing({ taskId, ...conflict }: Conflict) {
  const store = useStore()
  const project = useProject()
  const card = useCard(taskId ?? '')
  const wanted = taskId !== null && card === undefined
  useEffect(() => {
    if (wanted) void store.openTask(taskId).catch(() => {})
  }, [store, taskId, wanted])
  const name = thingName({ taskId, ...conflict }, project, card?.number)
  return { name, title: card?.title, ready: !wanted }
}
