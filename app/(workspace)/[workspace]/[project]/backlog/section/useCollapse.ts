'use client'

import { useCallback } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import type { SectionId } from '@/domain/backlog'
import { useDesk } from '../../board/desk/useDesk'
import { collapsedSections } from './collapsed'

const YEAR_S = 31_536_000

/** Folds a section or opens it again, and remembers that for this project in this browser. */
export function useCollapse(): (section: SectionId, collapsed: boolean) => void {
  const desk = useDesk()
  const { id } = useProject()
  return useCallback(
    (section, collapsed) => {
      const next = new Set(desk.state.collapsed)
      if (collapsed) next.add(section)
      else next.delete(section)
      desk.set({ collapsed: next })
      // As the board does: the server draws the screen as it was left.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
      document.cookie = `${collapsedSections(id)}=${encodeURIComponent([...next].join(' '))}; path=/; max-age=${YEAR_S}; samesite=lax`
    },
    [desk, id],
  )
}
