'use client'

import { useRef } from 'react'
import { useColumn } from '@/app/_client/react/hooks'
import type { Column } from '@/app/_client/store/types'
import type { Id, StatusId } from '@/domain/words'
import { useDeskPart } from '../desk/useDesk'

/**
 * A column whose cards keep their places while a card is held or a menu is open, whatever others
 * do meanwhile. Only what is loaded below the last card may join.
 */
export function useStillColumn(statusId: StatusId, lane: string | null): Column {
  const column = useColumn(statusId, lane)
  const still = useDeskPart((desk) => desk.hand !== null || desk.asking !== null)
  const kept = useRef(column.ids)
  if (!still || continues(kept.current, column.ids)) kept.current = column.ids
  return kept.current === column.ids ? column : { ...column, ids: kept.current }
}

function continues(before: readonly Id[], now: readonly Id[]): boolean {
  return now.length > before.length && before.every((id, place) => now[place] === id)
}
