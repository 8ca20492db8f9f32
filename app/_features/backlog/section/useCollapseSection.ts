'use client'

import { useCallback } from 'react'
import { useBoardUi } from '@/app/_features/board/useBoardUi'
import { useProject } from '@/app/_replica/react/projectHooks'
import type { BacklogSectionId } from '@/domain/views/backlog'
import { collapsedSectionsCookie } from '../collapsedSectionsCookie'

const YEAR_SECONDS = 31_536_000

/** Returns a function that collapses or expands a section and stores the choice in this browser. */
export function useCollapseSection(): (section: BacklogSectionId, collapsed: boolean) => void {
  const boardUi = useBoardUi()
  const { id } = useProject()
  return useCallback(
    (section, collapsed) => {
      const next = new Set(boardUi.state.collapsed)
      if (collapsed) next.add(section)
      else next.delete(section)
      boardUi.update({ collapsed: next })
      // As the board does: the server draws the screen as it was left.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
      document.cookie = `${collapsedSectionsCookie(id)}=${encodeURIComponent([...next].join(' '))}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    },
    [boardUi, id],
  )
}
