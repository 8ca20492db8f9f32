'use client'

import { useMemo } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import { isDone } from '@/app/_client/store/steps'
import type { KnownCard, Sent } from '@/app/_client/store/types'
import { toast } from '@/app/_ui/toast'
import { liveStatus } from '@/domain/project/project'
import type { Place } from '@/domain/rank'
import { mayMove } from '@/domain/task/mayMove'
import type { Id, StatusId } from '@/domain/words'
import { askToFill, type Fill } from './fill'

/** What can be done with a task from wherever it is shown. */
export interface TaskActs {
  /** Asks first for what the workflow wants filled; `fill` is what has been filled since. */
  moveTo: (taskId: Id, statusId: StatusId, place: Place, fill?: Fill) => void
  archive: (taskId: Id) => void
  restore: (taskId: Id) => void
}

/** Moves, archives and restores, each with its undo. */
export function useTaskActs(): TaskActs {
  const store = useStore()
  const send = useSend()
  return useMemo(
    () => ({
      moveTo: (taskId, statusId, place, fill) => {
        const card = store.screen.cards.get(taskId)
        if (!card) return
        if (!fill && asks(store, card, statusId)) return askToFill({ taskId, statusId, place })
        const sent = send({ type: 'task.move', taskId, statusId, place, ...fill })
        const stays = card.statusId === statusId
        const column = liveStatus(store.screen.project, statusId)?.name ?? 'another column'
        offer(sent, stays ? null : `${keyOf(store, taskId)} moved to ${column}`, store)
      },
      archive: (taskId) => {
        const sent = send({ type: 'task.archive', taskId })
        offer(sent, `${keyOf(store, taskId)} archived`, store)
      },
      restore: (taskId) => {
        const sent = send({ type: 'task.restore', taskId })
        offer(sent, `${keyOf(store, taskId)} restored`, store)
      },
    }),
    [store, send],
  )
}

/** Whether the workflow wants a field that is empty, or a description that is not loaded yet. */
function asks({ screen, me }: ProjectStore, card: KnownCard, to: StatusId): boolean {
  const bare = { ...card, description: card.description ?? '' }
  return mayMove(screen.project, bare, to, me).missing.length > 0
}

/** Says what was done, with its undo, unless that has been taken back already. */
function offer(sent: Sent, said: string | null, { steps }: ProjectStore): void {
  const { commandId, answered } = sent
  void answered.then((answer) => {
    if (!said || !isDone(answer) || !steps.has(commandId)) return
    toast.done(said, { undo: () => steps.has(commandId) && steps.takeBack(commandId) })
  })
}

function keyOf(store: ProjectStore, taskId: Id): string {
  const card = store.screen.cards.get(taskId)
  return `${store.screen.project.key}-${card?.number ?? '?'}`
}
