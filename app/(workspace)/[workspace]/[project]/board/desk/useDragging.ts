'use client'

import { type RefObject, useMemo } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { Carrier } from '../../../../_drag/carrying'
import { useCarrying } from '../../../../_drag/useCarrying'
import { useMoves } from '../acts/useMoves'
import { GAP } from '../column/layout'
import type { Desk } from '../desk/desk'
import { useDesk } from '../desk/useDesk'

/** Turns drags by mouse or touch into what the desk has in hand, and drops into moves. */
export function useDragging(board: RefObject<HTMLElement | null>): void {
  const desk = useDesk()
  const store = useStore()
  const { drop } = useMoves()
  const carrier = useMemo<Carrier>(
    () => ({
      pick: (taskId, { offsetHeight }) => {
        const card = store.screen.cards.get(taskId)
        if (!card) return
        const size = offsetHeight + GAP
        const hand = { taskId, from: card.statusId, by: 'pointer', size, aim: null } as const
        desk.set({ active: taskId, hand })
      },
      aim: (cell, y) => {
        const column = cell === null ? undefined : desk.columns.get(cell)
        desk.aim(cell !== null && column ? { cell, index: column.indexAt(y) } : null)
      },
      put: drop,
      scrollerAt: (x, y) => scrollerAt(desk, x, y),
    }),
    [desk, store, drop],
  )
  useCarrying(board, carrier)
}

function scrollerAt(desk: Desk, x: number, y: number): HTMLElement | null {
  for (const { element, scroller } of desk.columns.values()) {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    if (x >= left && x <= right && y >= top && y <= bottom) return scroller
  }
  return null
}
