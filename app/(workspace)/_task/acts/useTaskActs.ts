'use client'

import { useMemo } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import type { Draft, Sent } from '@/app/_client/store/types'
import { toast } from '@/app/_ui/toast'
import { liveStatus } from '@/domain/project/project'
import type { Place } from '@/domain/rank'
import type { Id, StatusId } from '@/domain/words'
import { isOffered, offerUndo, withdrawUndo } from './undo'

/** What can be done with a task from wherever it is shown. */
export interface TaskActs {
  moveTo: (taskId: Id, statusId: StatusId, place: Place) => void
  archive: (taskId: Id) => void
  restore: (taskId: Id) => void
}

/** Moves, archives and restores, each with its undo. */
export function useTaskActs(): TaskActs {
  const store = useStore()
  const send = useSend()
  return useMemo(
    () => ({
      moveTo: (taskId, statusId, place) => {
        const card = store.screen.cards.get(taskId)
        if (!card) return
        const sent = send({ type: 'task.move', taskId, statusId, place })
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
