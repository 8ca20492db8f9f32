'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import { useBoardUi, useBoardUiState } from '../useBoardUi'

/** Focuses this card when the board requests it, also after the card has changed column. */
export function useRequestedFocus(link: RefObject<HTMLElement | null>, id: Id): void {
  const boardUi = useBoardUi()
  const request = useBoardUiState((state) =>
    state.focusRequest?.id === id ? state.focusRequest : null,
  )
  useEffect(() => {
    if (!request || !link.current) return
    const nothingFocused =
      document.activeElement === null || document.activeElement === document.body
    if (nothingFocused || !request.onlyIfNothingFocused) {
      link.current.focus({ preventScroll: true })
      link.current.closest('article')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    boardUi.update({ focusRequest: null })
  }, [request, boardUi, link])
  useLayoutEffect(() => {
    const element = link.current
    return () => {
      if (element && document.activeElement === element)
        boardUi.update({ focusRequest: { id, onlyIfNothingFocused: true } })
    }
  }, [boardUi, id, link])
}
