'use client'

import { useCallback } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import type { StatusId } from '@/domain/words'
import { useDesk } from '../desk/useDesk'
import { collapsedCookie } from './collapsed'

const YEAR_S = 31_536_000

/** Puts a column aside or opens it again, and remembers that for this board in this browser. */
export function useCollapse(): (statusId: StatusId, collapsed: boolean) => void {
  const desk = useDesk()
  const { id } = useProject()
  return useCallback(
    (statusId, collapsed) => {
      const next = new Set(desk.state.collapsed)
      if (collapsed) next.add(statusId)
      else next.delete(statusId)
      desk.set({ collapsed: next })
      // A cookie and not the browser's storage: the server draws the board as it was left.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
      document.cookie = `${collapsedCookie(id)}=${encodeURIComponent([...next].join(' '))}; path=/; max-age=${YEAR_S}; samesite=lax`
    },
    [desk, id],
  )
}
