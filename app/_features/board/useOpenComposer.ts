'use client'

import { useCallback } from 'react'
import type { StatusId } from '@/domain/kernel/primitives'
import { useBoardUi } from './useBoardUi'

/** Returns a function that opens the form for a new task in a column; null closes it. */
export function useOpenComposer(): (statusId: StatusId | null) => void {
  const boardUi = useBoardUi()
  return useCallback((composingIn) => boardUi.update({ composingIn }), [boardUi])
}
