'use client'

import { type MouseEvent, useCallback } from 'react'
import { useBoard } from './useBoard'
import { cardIdOf } from './useTaskKeys'

/** Opens a card's menu on right click. */
export function useCardContextMenu(): (event: MouseEvent) => void {
  const { openCardMenu, canEdit } = useBoard()
  return useCallback(
    (event) => {
      const id = cardIdOf(event.target)
      if (!id || !canEdit || event.shiftKey) return
      event.preventDefault()
      const anchor = document.createElement('span')
      anchor.style.cssText = `position:fixed;left:${event.clientX}px;top:${event.clientY}px`
      document.body.append(anchor)
      openCardMenu(id, anchor)
    },
    [openCardMenu, canEdit],
  )
}
