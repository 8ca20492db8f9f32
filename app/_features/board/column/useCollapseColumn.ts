'use client'

import { useCallback } from 'react'
import { useProject } from '@/app/_replica/react/projectHooks'
import type { StatusId } from '@/domain/kernel/primitives'
import { collapsedColumnsCookie } from '../collapsedColumnsCookie'
import { useBoardUi } from '../useBoardUi'

const YEAR_SECONDS = 31_536_000

/** Returns a function that collapses or expands a column and stores the choice in this browser. */
export function useCollapseColumn(): (statusId: StatusId, collapsed: boolean) => void {
  const boardUi = useBoardUi()
  const { id } = useProject()
  return useCallback(
    (statusId, collapsed) => {
      const next = new Set(boardUi.state.collapsed)
      if (collapsed) next.add(statusId)
      else next.delete(statusId)
      boardUi.update({ collapsed: next })
      // A cookie and not the browser's storage: the server draws the board as it was left.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
      document.cookie = `${collapsedColumnsCookie(id)}=${encodeURIComponent([...next].join(' '))}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    },
    [boardUi, id],
  )
}
