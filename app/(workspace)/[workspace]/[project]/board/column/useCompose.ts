'use client'

import { useCallback } from 'react'
import type { StatusId } from '@/domain/words'
import { useDesk } from '../desk/useDesk'

/** Opens the line in which a task is written, in this column; null closes it. */
export function useCompose(): (statusId: StatusId | null) => void {
  const desk = useDesk()
  return useCallback((composing) => desk.set({ composing }), [desk])
}
