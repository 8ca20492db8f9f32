'use client'

import type { DragLocation } from '@atlaskit/pragmatic-drag-and-drop/types'
import { type RefObject, useEffect } from 'react'
import { useHold } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { onFirstSign } from '@/app/_ui/firstSign'
import { useMoves } from '../acts/useMoves'
import { GAP } from '../column/layout'
import type { Cell } from '../desk/cell'
import type { Desk } from '../desk/desk'
import { useDesk } from '../desk/useDesk'
import type { Carried } from './useCardDrag'
import { fetchDrag, withDrag } from './withDrag'

/** Turns drags by mouse or touch into what the desk has in hand, and drops into moves. */
export function useDragging(board: RefObject<HTMLElement | null>): void {
  const desk = useDesk()
  const store = useStore()
  const hold = useHold()
  const { drop } = useMoves()

  useEffect(() => onFirstSign(() => void fetchDrag()), [])

  useEffect(() => {
    const element = board.current
    if (!element) return
    return withDrag(({ AutoScroll, monitorForElements }) => {
      let pointer = { x: 0, y: 0 }
      let over: Cell | null = null
      const aim = () => aimAt(desk, over, pointer.y)
      const look = ({ input, dropTargets }: DragLocation) => {
        pointer = { x: input.clientX, y: input.clientY }
        over = (dropTargets[0]?.data.cell as Cell | undefined) ?? null
        aim()
      }
      const scroll = new AutoScroll(element, (x, y) => scrollerAt(desk, x, y), aim)

      const end = monitorForElements({
        canMonitor: ({ source }) => 'card' in source.data,
        onDragStart: ({ source }) => {
          const { card: taskId } = source.data as Carried
          const card = store.screen.cards.get(taskId)
          if (!card) return
          const size = source.element.offsetHeight + GAP
          desk.set({
            active: taskId,
            hand: { taskId, from: card.statusId, by: 'pointer', size, aim: null },
          })
          hold(taskId, 'dragging')
        },
        onDrag: ({ location }) => {
          look(location.current)
          scroll.move(pointer.x, pointer.y)
        },
        onDrop: ({ location }) => {
          scroll.stop()
          hold(null)
          // A quick drop comes before the frame in which its last movement would have been told.
          look(location.current)
          drop()
        },
      })
      return () => {
        end()
        scroll.stop()
      }
    })
  }, [board, desk, store, hold, drop])
}

function aimAt(desk: Desk, cell: Cell | null, y: number): void {
  const column = cell ? desk.columns.get(cell) : undefined
  desk.aim(cell && column ? { cell, index: column.indexAt(y) } : null)
}

function scrollerAt(desk: Desk, x: number, y: number): HTMLElement | null {
  for (const { element, scroller } of desk.columns.values()) {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    if (x >= left && x <= right && y >= top && y <= bottom) return scroller
  }
  return null
}
