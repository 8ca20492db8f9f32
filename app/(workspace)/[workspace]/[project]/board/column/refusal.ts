'use client'

import { useCard, useMe, useProject } from '@/app/_client/react/hooks'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import { liveStatus, type Status } from '@/domain/project/project'
import type { Id, StatusId } from '@/domain/words'
import { refusalOf } from '../../../../_task/fields/takes'
import { useDeskPart } from '../desk/useDesk'

/** Why a column does not take the card in hand, in few words; null where it does, or none is. */
export function useRefusal(status: Status): string | null {
  const held = useDeskPart((state) => state.hand?.taskId ?? '')
  const card = useCard(held)
  const project = useProject()
  const me = useMe()
  return card ? (refusalOf(project, card, status, me)?.brief ?? null) : null
}

/** The same right now, with the whole reason; a column or card that is gone takes nothing. */
export function refusalHere(
  { screen, me }: ProjectStore,
  taskId: Id | undefined,
  statusId: StatusId,
): { brief: string; why: string } | null {
  const card = screen.cards.get(taskId ?? '')
  const status = liveStatus(screen.project, statusId)
  if (!card || !status) return { brief: 'Gone', why: 'It is not there any more.' }
  return refusalOf(screen.project, card, status, me)
}
