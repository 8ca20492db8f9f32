'use client'

import { moveRejection } from '@/app/_features/task/moveRejection'
import { useCard, useCurrentUser, useProject } from '@/app/_replica/react/projectHooks'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { findStatus, type Status } from '@/domain/project/project'
import { useBoardUiState } from '../useBoardUi'

/** Why a column does not take the card in hand, in few words; null where it does, or none is. */
export function useDropRejection(status: Status): string | null {
  const draggedId = useBoardUiState((state) => state.drag?.taskId ?? '')
  const card = useCard(draggedId)
  const project = useProject()
  const me = useCurrentUser()
  return card ? (moveRejection(project, card, status, me)?.short ?? null) : null
}

/** The same right now, with the whole reason; a column or card that is gone takes nothing. */
export function dropRejection(
  { optimisticState, me }: ProjectStore,
  taskId: Id | undefined,
  statusId: StatusId,
): { short: string; reason: string } | null {
  const card = optimisticState.cards.get(taskId ?? '')
  const status = findStatus(optimisticState.project, statusId)
  if (!card || !status) return { short: 'Gone', reason: 'It is not there any more.' }
  return moveRejection(optimisticState.project, card, status, me)
}
