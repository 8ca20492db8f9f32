'use client'

import { useProjectStore } from '@/app/_replica/react/ProjectProvider'

/** Returns the labels of the loaded cards, sorted. Read on render, without a subscription. */
export function useLoadedLabels(): string[] {
  const store = useProjectStore()
  const labels = new Set<string>()
  for (const card of store.optimisticState.cards.values())
    for (const label of card.labels) labels.add(label)
  return [...labels].sort((a, b) => a.localeCompare(b))
}
