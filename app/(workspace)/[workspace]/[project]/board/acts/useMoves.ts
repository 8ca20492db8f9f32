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
import type { Desk, Hand } from '../desk/desk'
import { useDesk } from '../desk/useDesk'
import { offerUndo } from './undo'

/** What moves cards, from a drop, a key or a menu alike. */
export interface Moves {
  /** Puts down what is in hand where it points; leaves it where it was when that is nowhere. */
  drop: () => void
  moveTo: (taskId: Id, statusId: StatusId, place: Place) => void
  archive: (taskId: Id) => void
}

/** Moves with their undo. */
export function useMoves(): Moves {
  const desk = useDesk()
  const store = useStore()
  const send = useSend()
  return useMemo(() => {
    const moveTo = (taskId: Id, statusId: StatusId, place: Place) => {
      const card = store.screen.cards.get(taskId)
      if (!card) return
      const sent = send({ type: 'task.move', taskId, statusId, place })
      const stays = card.statusId === statusId
      const column = liveStatus(store.screen.project, statusId)?.name ?? 'another column'
      offer(sent, stays ? null : `${keyOf(store, taskId)} moved to ${column}`, send)
    }
    return {
      moveTo,
      archive: (taskId) => {
        const sent = send({ type: 'task.archive', taskId })
        offer(sent, `${keyOf(store, taskId)} archived`, send)
      },
      drop: () => {
        const { hand } = desk.state
        if (!hand) return
        const place = placeFor(desk, hand)
        // In one go, so that the card rests where it was put without a frame in between.
        if (place && hand.aim) moveTo(hand.taskId, hand.aim.statusId, place)
        desk.set({ hand: null })
      },
    }
  }, [desk, store, send])
}

/** The neighbours that a hand points between; null where that is where the card stands. */
function placeFor(desk: Desk, { taskId, from, aim }: Hand): Place | null {
  const column = aim ? desk.columns.get(aim.statusId) : undefined
  if (!aim || !column) return null
  const ids = column.ids()
  const stands = ids.indexOf(taskId)
  if (aim.statusId === from && aim.index === stands) return null
  const others = ids.filter((id) => id !== taskId)
  const after = others[aim.index - 1]
  const before = others[aim.index]
  if (!after && !before) return { end: 'top' }
  return { ...(after && { after }), ...(before && { before }) }
}

function offer(sent: Sent, said: string | null, send: (draft: Draft) => Sent): void {
  void sent.answered.then((answer) => {
    const done = answer?.outcome === 'applied' || answer?.outcome === 'merged'
    const { undo } = sent
    if (!done || !undo) return
    const back = offerUndo(() => void send(undo))
    if (said) toast.done(said, { undo: back })
  })
}

function keyOf(store: ProjectStore, taskId: Id): string {
  const card = store.screen.cards.get(taskId)
  return `${store.screen.project.key}-${card?.number ?? '?'}`
}
