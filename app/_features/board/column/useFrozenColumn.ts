'use client'

import { useRef } from 'react'
import { useColumn } from '@/app/_replica/react/projectHooks'
import type { ColumnView } from '@/app/_replica/replicaTypes'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { useBoardUiState } from '../useBoardUi'

/**
 * Returns a column whose cards keep their places during a drag or while a menu is open, whatever
 * others change. Only cards loaded below the last one are added.
 */
export function useFrozenColumn(statusId: StatusId, swimlane: string | null): ColumnView {
  const column = useColumn(statusId, swimlane)
  const isFrozen = useBoardUiState((state) => state.drag !== null || state.openPopup !== null)
  const frozenIds = useRef(column.ids)
  if (!isFrozen || extendsList(frozenIds.current, column.ids)) frozenIds.current = column.ids
  return frozenIds.current === column.ids ? column : { ...column, ids: frozenIds.current }
}

function extendsList(before: readonly Id[], now: readonly Id[]): boolean {
  return now.length > before.length && before.every((id, index) => now[index] === id)
}
