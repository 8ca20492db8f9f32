'use client'

import { useMemo } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import type { Draft, KnownCard, Sent } from '@/app/_client/store/types'
import { toast } from '@/app/_ui/toast'
import { liveStatus } from '@/domain/project/project'
import type { Place } from '@/domain/rank'
import { mayMove } from '@/domain/task/mayMove'
import type { Id, StatusId } from '@/domain/words'
import { askToFill, type Fill } from './fill'
import { isOffered, offerUndo, withdrawUndo } from './undo'

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
        offer(sent, stays ? null : `${keyOf(store, taskId)} moved to ${column}`, send)
      },
      archive: (taskId) => {
        const sent = send({ type: 'task.archive', taskId })
        offer(sent, `${keyOf(store, taskId)} archived`, send)
      },
      restore: (taskId) => {
        const sent = send({ type: 'task.restore', taskId })
        offer(sent, `${keyOf(store, taskId)} restored`, send)
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

/** The undo is there as soon as the change shows, and goes when the change comes to nothing. */
function offer(sent: Sent, said: string | null, send: (draft: Draft) => Sent): void {
  const { undo } = sent
  if (!undo) return
  const back = offerUndo(() => void send(undo))
  void sent.answered.then((answer) => {
    const done = answer?.outcome === 'applied' || answer?.outcome === 'merged'
    if (!done) withdrawUndo(back)
    else if (said && isOffered(back)) toast.done(said, { undo: back })
  })
}

function keyOf(store: ProjectStore, taskId: Id): string {
  const card = store.screen.cards.get(taskId)
  return `${store.screen.project.key}-${card?.number ?? '?'}`
}
