'use client'

import { moveRejection } from '@/app/_features/taskFields/moveRejection'
import { useCard, useCurrentUser, useProject } from '@/app/_replica/react/projectHooks'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { findStatus, type Status } from '@/domain/project/project'
import { useBoardUiState } from '../useBoardUi'

/** Returns a short reason why a column does not accept the dragged card, or null. */
export function useDropRejection(status: Status): string | null {
  const draggedId = useBoardUiState((state) => state.drag?.taskId ?? '')
  const card = useCard(draggedId)
  const project = useProject()
  const me = useCurrentUser()
  return card ? (moveRejection(project, card, status, me)?.short ?? null) : null
}

/**
 * Returns the current rejection with its full reason. A column or card that no longer exists
 * rejects every drop.
 */
export function dropRejection(
  { optimisticState, me }: ProjectStore,
  taskId: Id | undefined,
  statusId: StatusId,
): { short: string; reason: string } | null {
  const card = optimisticState.cards.get(taskId ?? '')
  const status = findStatus(optimisticState.project, statusId)
  if (!card || !status)
    return { short: 'Removed', reason: 'The task or the column no longer exists.' }
  return moveRejection(optimisticState.project, card, status, me)
}
