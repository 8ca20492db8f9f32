'use client'

import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import type { DragLocation } from '@atlaskit/pragmatic-drag-and-drop/types'
import { type RefObject, useEffect } from 'react'
import { useHold } from '@/app/_client/react/hooks'
import type { SectionId } from '@/domain/backlog'
import { useSelection } from '../../../../_select/useSelection'
import { AutoScroll } from '../../board/drag/autoScroll'
import { usePlanActs } from '../acts/usePlanActs'
import type { Hand } from './hand'
import { useHand } from './useHand'
import type { CarriedRow } from './useRowDrag'

/** Turns drags by mouse or touch into what is held, and drops into plans. */
export function useRowsDragging(list: RefObject<HTMLElement | null>): void {
  const hand = useHand()
  const hold = useHold()
  const selection = useSelection()
  const { drop } = usePlanActs()

  useEffect(() => {
    const element = list.current
    if (!element) return
    let pointer = { x: 0, y: 0 }
    let over: SectionId | null = null
    const aim = () => aimAt(hand, over, pointer.y)
    const look = ({ input, dropTargets }: DragLocation) => {
      pointer = { x: input.clientX, y: input.clientY }
      over = (dropTargets[0]?.data.section as SectionId | undefined) ?? null
      aim()
    }
    const scroll = new AutoScroll(element, () => element, aim)
    const end = monitorForElements({
      canMonitor: ({ source }) => 'row' in source.data,
      onDragStart: ({ source }) => {
        const { row } = source.data as CarriedRow
        if (!selection.ids.has(row)) selection.clear()
        const ids = hand.inOrder(selection.ids.size > 0 ? selection.ids : new Set([row]))
        hand.hold({ ids, by: 'pointer', source: row, aim: null })
        hold(row, 'dragging')
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
  }, [list, hand, hold, selection, drop])
}

function aimAt(hand: Hand, section: SectionId | null, y: number): void {
  const handle = section ? hand.handles.get(section) : undefined
  if (!section || !handle) {
    hand.aim(null)
    return
  }
  const held = new Set(hand.held?.ids)
  const above = handle.ids().slice(0, handle.gapAt(y))
  hand.aim({ section, index: above.filter((id) => !held.has(id)).length })
}
