'use client'

import { useCallback, useEffect } from 'react'
import {
  type BacklogData,
  NO_SUMS,
  type SectionId,
  type SectionSums,
  sectionsOf,
} from '@/domain/backlog'
import type { BoardFilter } from '@/domain/board'
import { equal } from '@/domain/equal'
import type { Id } from '@/domain/words'
import { planOf } from '../store/plan/planLoader'
import { usePart } from './hooks'
import { useStore } from './ProjectProvider'

/** A section as it is on screen. */
export interface Section {
  id: SectionId
  /** Loaded tasks in planning order: always a prefix of the whole section. */
  ids: readonly Id[]
  complete: boolean
  loading: boolean
  /** Tasks that pass the filter; without one all there are. */
  count: number
  sums: SectionSums
}

/**
 * Has the replica follow the backlog while this is drawn, under a filter.
 * @param first what the page has read on the server under the filter `under`
 */
export function useBacklog(filter: BoardFilter, first: BacklogData, under: BoardFilter): void {
  const store = useStore()
  const asked = JSON.stringify(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read counts once
  useEffect(() => {
    const loader = planOf(store)
    loader.open(filter, equal(filter, under) ? first : null)
    return () => loader.leave()
  }, [store])
  useEffect(() => planOf(store).setFilter(JSON.parse(asked)), [store, asked])
}

/** The sections in their order; null until they have come. The same while nothing in them changes. */
export function useSections(): readonly Section[] | null {
  return usePart((store) => {
    const { plan, project } = store.screen
    if (!plan) return null
    const { loading } = planOf(store)
    return sectionsOf(project).flatMap((id): Section[] => {
      const window = plan.windows.get(id)
      if (!window) return []
      const sums = plan.sums.get(id) ?? NO_SUMS
      const { ids, complete } = window
      const count = plan.filter ? window.count : sums.open.tasks + sums.done.tasks
      return [{ id, ids, complete, loading: loading.has(id), count, sums }]
    })
  }, sameSections)
}

/** Whether the sections could not be loaded at first; they are asked for again by themselves. */
export const useBacklogFailed = (): boolean => usePart((store) => planOf(store).failed)

/** Whether the sections do not show yet what the filter asks for. */
export function useBacklogPending(filter: BoardFilter | null): boolean {
  return usePart(({ screen }) => screen.plan !== null && !equal(screen.plan.filter, filter))
}

/** Loads the next tasks of a section; call it when the end of what is loaded comes near. */
export function useLoadSection(): (section: SectionId) => void {
  const store = useStore()
  return useCallback((section) => void planOf(store).more(section), [store])
}

function sameSections(a: readonly Section[] | null, b: readonly Section[] | null): boolean {
  if (!a || !b || a.length !== b.length) return a === b
  return a.every((section, i) => sameSection(section, b[i] ?? section))
}

function sameSection(a: Section, b: Section): boolean {
  const loaded = a.ids === b.ids && a.complete === b.complete && a.loading === b.loading
  return a.id === b.id && loaded && a.count === b.count && equal(a.sums, b.sums)
}
