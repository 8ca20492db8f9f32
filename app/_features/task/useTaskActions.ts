'use client'

import { useMemo } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useSend } from '@/app/_replica/react/projectHooks'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import type { ReplicaCard, SentCommand } from '@/app/_replica/store/types'
import { isApplied } from '@/app/_replica/store/undoStack'
import { toast } from '@/app/_ui/toast'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import { findStatus } from '@/domain/project/project'
import { checkTransition } from '@/domain/workflow/checkTransition'
import {
  type RequiredFieldValues,
  requestRequiredFields,
} from './requiredFields/requestRequiredFields'

/** Actions for a task that every screen shares. */
export interface TaskCommands {
  /**
   * Moves a task. First asks for required fields that are empty; `filled` holds the values filled
   * in.
   */
  moveTo: (
    taskId: Id,
    statusId: StatusId,
    position: RankPosition,
    filled?: RequiredFieldValues,
  ) => void
  archive: (taskId: Id) => void
  restore: (taskId: Id) => void
}

/** Moves, archives and restores tasks, each with an undo. */
export function useTaskActions(): TaskCommands {
  const store = useProjectStore()
  const send = useSend()
  return useMemo(
    () => ({
      moveTo: (taskId, statusId, position, filled) => {
        const card = store.optimisticState.cards.get(taskId)
        if (!card) return
        if (!filled && needsRequiredFields(store, card, statusId))
          return requestRequiredFields({ taskId, statusId, position })
        const sent = send({ type: 'task.move', taskId, statusId, position, ...filled })
        const isSameStatus = card.statusId === statusId
        const column = findStatus(store.optimisticState.project, statusId)?.name ?? 'another column'
        offerUndo(
          sent,
          isSameStatus ? null : `${taskKeyOf(store, taskId)} moved to ${column}`,
          store,
        )
      },
      archive: (taskId) => {
        const sent = send({ type: 'task.archive', taskId })
        offerUndo(sent, `${taskKeyOf(store, taskId)} archived`, store)
      },
      restore: (taskId) => {
        const sent = send({ type: 'task.restore', taskId })
        offerUndo(sent, `${taskKeyOf(store, taskId)} restored`, store)
      },
    }),
    [store, send],
  )
}

/** Returns true when a required field is empty or the description is not loaded yet. */
function needsRequiredFields(
  { optimisticState, me }: ProjectStore,
  card: ReplicaCard,
  statusId: StatusId,
): boolean {
  const cardWithDescription = { ...card, description: card.description ?? '' }
  return (
    checkTransition(optimisticState.project, cardWithDescription, statusId, me).missingFields
      .length > 0
  )
}

/** Reports an action and offers to undo it, unless it has been undone already. */
function offerUndo(sent: SentCommand, message: string | null, { undoStack }: ProjectStore): void {
  const { commandId, result } = sent
  void result.then((result) => {
    if (!message || !isApplied(result) || !undoStack.canUndo(commandId)) return
    toast.success(message, {
      undo: () => undoStack.canUndo(commandId) && undoStack.undoCommand(commandId),
    })
  })
}

function taskKeyOf(store: ProjectStore, taskId: Id): string {
  const card = store.optimisticState.cards.get(taskId)
  return `${store.optimisticState.project.key}-${card?.number ?? '?'}`
}
