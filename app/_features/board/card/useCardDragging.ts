'use client'

import { type RefObject, useMemo } from 'react'
import type { DragHandlers } from '@/app/_features/drag/dragMonitor'
import { useDragMonitor } from '@/app/_features/drag/useDragMonitor'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { CARD_GAP } from '../column/cardPositions'
import type { BoardUi } from '../state/boardUi'
import { useBoardUi } from '../useBoardUi'
import { useCardActions } from './useCardActions'

/** Turns mouse and touch drags into the board's drag state, and drops into moves. */
export function useCardDragging(board: RefObject<HTMLElement | null>): void {
  const boardUi = useBoardUi()
  const store = useProjectStore()
  const { drop } = useCardActions()
  const handlers = useMemo<DragHandlers>(
    () => ({
      pickUp: (taskId, { offsetHeight }) => {
        const card = store.optimisticState.cards.get(taskId)
        if (!card) return
        const height = offsetHeight + CARD_GAP
        const drag = {
          taskId,
          fromStatusId: card.statusId,
          input: 'pointer',
          height,
          target: null,
        } as const
        boardUi.update({ activeCardId: taskId, drag })
      },
      setTarget: (cell, y) => {
        const column = cell === null ? undefined : boardUi.columns.get(cell)
        boardUi.setDropTarget(
          cell !== null && column ? { cell, index: column.dropIndexAt(y) } : null,
        )
      },
      drop,
      scrollerAt: (x, y) => scrollerAt(boardUi, x, y),
    }),
    [boardUi, store, drop],
  )
  useDragMonitor(board, handlers)
}

function scrollerAt(boardUi: BoardUi, x: number, y: number): HTMLElement | null {
  for (const { element, scroller } of boardUi.columns.values()) {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    if (x >= left && x <= right && y >= top && y <= bottom) return scroller
  }
  return null
}
