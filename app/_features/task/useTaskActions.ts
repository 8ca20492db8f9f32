'use client'

import { useMemo } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useSend } from '@/app/_replica/react/projectHooks'
import type { BaseVersion, ReplicaCard, SentCommand } from '@/app/_replica/replicaTypes'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import { isApplied } from '@/app/_replica/store/undoStack'
import { toast } from '@/app/_ui/toast'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import { findStatus } from '@/domain/project/project'
import { checkTransition } from '@/domain/workflow/checkTransition'
import { type MoveChanges, withMoveChanges } from './moveChanges'
import { requestRequiredFields } from './requiredFields/requestRequiredFields'

export interface MoveOptions {
  /** Further changes in the same command. */
  changes?: MoveChanges
  /** Set when the fields required by the workflow were asked for: the version at that time. */
  baseVersion?: BaseVersion
}

/** Actions for a task that every screen shares. */
export interface TaskCommands {
  /** Moves a task. First asks for required fields that are empty, unless they are filled already. */
  moveTo: (taskId: Id, statusId: StatusId, position: RankPosition, options?: MoveOptions) => void
  /** Changes fields and the parent without moving the task. */
  change: (taskId: Id, changes: MoveChanges) => void
  archive: (taskId: Id) => void
  restore: (taskId: Id) => void
}

/** Moves, archives and restores tasks, each with an undo. */
export function useTaskActions(): TaskCommands {
  const store = useProjectStore()
  const send = useSend()
  return useMemo(
    () => ({
      moveTo: (taskId, statusId, position, { changes = {}, baseVersion } = {}) => {
        const card = store.optimisticState.cards.get(taskId)
        if (!card) return
        const move = { taskId, statusId, position }
        if (baseVersion === undefined && needsRequiredFields(store, card, statusId, changes)) {
          const version = store.confirmedVersion(taskId)
          return requestRequiredFields({ ...move, changes, baseVersion: version })
        }
        const sent = send({ type: 'task.move', ...move, baseVersion, ...changes })
        const isSameStatus = card.statusId === statusId
        const column = findStatus(store.optimisticState.project, statusId)?.name ?? 'another column'
        offerUndo(
          sent,
          isSameStatus ? null : `${taskKeyOf(store, taskId)} moved to ${column}`,
          store,
        )
      },
      change: (taskId, { parentId, ...patch }) => {
        if (parentId !== undefined) send({ type: 'task.setParent', taskId, parentId })
        if (patch.set || patch.add || patch.remove) send({ type: 'task.edit', taskId, ...patch })
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
  changes: MoveChanges,
): boolean {
  const task = { ...card, description: card.description ?? '' }
  const changed = withMoveChanges(task, changes)
  const check = checkTransition(optimisticState.project, task, statusId, me, changed)
  return check.missingFields.length > 0
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
