'use client'

import { useMemo } from 'react'
import type { Place } from '@/domain/rank'
import { type TaskActs, useTaskActs } from '../../../../_task/acts/useTaskActs'
import { laneOfCell, statusOf } from '../desk/cell'
import type { Desk, Hand } from '../desk/desk'
import { useDesk } from '../desk/useDesk'

/** What moves cards, from a drop, a key or a menu alike. */
export interface Moves extends TaskActs {
  /** Puts down what is in hand where it points; leaves it where it was when that is nowhere. */
  drop: () => void
}

/** Moves with their undo. */
export function useMoves(): Moves {
  const desk = useDesk()
  const acts = useTaskActs()
  return useMemo(
    () => ({
      ...acts,
      drop: () => {
        const { hand } = desk.state
        if (!hand) return
        const place = placeFor(desk, hand)
        // In one go, so that the card rests where it was put without a frame in between.
        if (place && hand.aim) {
          const { cell } = hand.aim
          const lane = laneOfCell(cell)
          const isNew = lane !== null && !desk.columns.get(cell)?.ids().includes(hand.taskId)
          if (isNew) desk.enterLane?.(hand.taskId, lane)
          const stays = statusOf(cell) === hand.from
          // Alone in its row, it keeps its place in the column.
          if (!(isNew && stays && place.end)) acts.moveTo(hand.taskId, statusOf(cell), place)
        }
        desk.set({ hand: null })
      },
    }),
    [desk, acts],
  )
}

/** The neighbours that a hand points between; null where that is where the card stands. */
function placeFor(desk: Desk, { taskId, aim }: Hand): Place | null {
  const column = aim ? desk.columns.get(aim.cell) : undefined
  if (!aim || !column) return null
  const ids = column.ids()
  const stands = ids.indexOf(taskId)
  if (aim.index === stands) return null
  const others = ids.filter((id) => id !== taskId)
  const after = others[aim.index - 1]
  const before = others[aim.index]
  if (!after && !before) return { end: 'top' }
  return { ...(after && { after }), ...(before && { before }) }
}
