'use client'

import { type MouseEvent, useCallback } from 'react'
import { cardOf } from '../keys/useTaskKeys'
import { useBoard } from '../useBoard'

/** Opens a card's menu where the pointer asks for it. */
export function useCardMenu(): (event: MouseEvent) => void {
  const { askMenu, mayChange } = useBoard()
  return useCallback(
    (event) => {
      const id = cardOf(event.target)
      if (!id || !mayChange || event.shiftKey) return
      event.preventDefault()
      const spot = document.createElement('span')
      spot.style.cssText = `position:fixed;left:${event.clientX}px;top:${event.clientY}px`
      document.body.append(spot)
      askMenu(id, spot)
    },
    [askMenu, mayChange],
  )
}
