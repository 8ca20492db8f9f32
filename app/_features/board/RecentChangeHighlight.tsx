'use client'

import type { Id } from '@/domain/kernel/primitives'
import { useBoardUiState } from './useBoardUi'

/** Tints a card that somebody else has just changed. */
export function RecentChangeHighlight({ id }: { id: Id }) {
  const change = useBoardUiState((state) => state.recentChanges.get(id))
  if (!change) return null
  return (
    <span
      key={change.seq}
      aria-hidden
      data-recently-changed=""
      className="absolute inset-0 -z-1 animate-highlight rounded-card"
    />
  )
}
