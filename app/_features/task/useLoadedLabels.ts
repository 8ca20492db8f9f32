'use client'

import { useProjectStore } from '@/app/_replica/react/ProjectProvider'

/** The labels of the cards that are loaded, sorted; read when drawn, not followed. */
export function useLoadedLabels(): string[] {
  const store = useProjectStore()
  const labels = new Set<string>()
  for (const card of store.optimisticState.cards.values())
    for (const label of card.labels) labels.add(label)
  return [...labels].sort((a, b) => a.localeCompare(b))
}
