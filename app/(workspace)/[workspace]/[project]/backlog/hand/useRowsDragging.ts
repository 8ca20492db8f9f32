'use client'

import { type RefObject, useMemo } from 'react'
import type { SectionId } from '@/domain/backlog'
import type { Carrier } from '../../../../_drag/carrying'
import { useCarrying } from '../../../../_drag/useCarrying'
import { useSelection } from '../../../../_select/useSelection'
import { usePlanActs } from '../acts/usePlanActs'
import type { Hand } from './hand'
import { useHand } from './useHand'

/** Turns drags by mouse or touch into what is held, and drops into plans. */
export function useRowsDragging(list: RefObject<HTMLElement | null>): void {
  const hand = useHand()
  const selection = useSelection()
  const { drop } = usePlanActs()
  const carrier = useMemo<Carrier>(
    () => ({
      pick: (row) => {
        if (!selection.ids.has(row)) selection.clear()
        const ids = hand.inOrder(selection.ids.size > 0 ? selection.ids : new Set([row]))
        hand.hold({ ids, by: 'pointer', source: row, aim: null })
      },
      aim: (section, y) => aimAt(hand, section, y),
      put: drop,
      scrollerAt: () => list.current,
    }),
    [list, hand, selection, drop],
  )
  useCarrying(list, carrier)
}

function aimAt(hand: Hand, section: SectionId | null, y: number): void {
  const handle = section === null ? undefined : hand.handles.get(section)
  if (section === null || !handle) {
    hand.aim(null)
    return
  }
  const held = new Set(hand.held?.ids)
  const above = handle.ids().slice(0, handle.gapAt(y))
  hand.aim({ section, index: above.filter((id) => !held.has(id)).length })
}
