'use client'

import { useCallback } from 'react'
import type { StatusId } from '@/domain/kernel/primitives'
import { useBoardUi } from './useBoardUi'

/** Opens the line in which a task is written, in this column; null closes it. */
export function useOpenComposer(): (statusId: StatusId | null) => void {
  const boardUi = useBoardUi()
  return useCallback((composingIn) => boardUi.update({ composingIn }), [boardUi])
}
