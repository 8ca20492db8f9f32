'use client'

import { HeldFace } from './HeldFace'
import { GAP } from './layout'

/** The room that opens between two cards. */
export function Gap({ top, size }: { top: number; size: number }) {
  return (
    <li
      aria-hidden
      role="presentation"
      className="absolute inset-x-0 rounded-card bg-accent-soft outline-1 -outline-offset-1 outline-accent outline-dashed"
      style={{ top, height: size - GAP }}
    >
      <HeldFace />
    </li>
  )
}
