'use client'

import { CARD_GAP } from './cardPositions'
import { KeyboardDragPreview } from './KeyboardDragPreview'

/** The gap between two cards at the drop target. */
export function DropPlaceholder({ top, height }: { top: number; height: number }) {
  return (
    <li
      aria-hidden
      role="presentation"
      className="absolute inset-x-0 rounded-card bg-accent-soft outline-1 -outline-offset-1 outline-accent outline-dashed"
      style={{ top, height: height - CARD_GAP }}
    >
      <KeyboardDragPreview />
    </li>
  )
}
