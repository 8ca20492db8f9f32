'use client'

import { useStore } from '@/app/_client/react/ProjectProvider'

/** The labels of the cards that are loaded, sorted; read when drawn, not followed. */
export function useKnownLabels(): string[] {
  const store = useStore()
  const labels = new Set<string>()
  for (const card of store.screen.cards.values()) for (const label of card.labels) labels.add(label)
  return [...labels].sort((a, b) => a.localeCompare(b))
}
