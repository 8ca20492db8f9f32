'use client'

import { useCallback, useEffect } from 'react'
import { isEqual } from '@/domain/kernel/equal'
import type { Id } from '@/domain/kernel/primitives'
import {
  type BacklogData,
  type BacklogSectionId,
  type BacklogSectionTotals,
  EMPTY_SECTION_TOTALS,
  sectionsOf,
} from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import { backlogLoaderOf } from '../store/backlog/backlogLoader'
import { useProjectStore } from './ProjectProvider'
import { useStoreSelector } from './projectHooks'

/** A section as it is on screen. */
export interface BacklogSection {
  id: BacklogSectionId
  /** Loaded tasks in planning order: always a prefix of the whole section. */
  ids: readonly Id[]
  complete: boolean
  loading: boolean
  /** Tasks that pass the filter; without one all there are. */
  count: number
  sums: BacklogSectionTotals
}

/**
 * Has the replica follow the backlog while this is drawn, under a filter.
 * @param initialData what the page has read on the server under the filter `under`
 */
export function useBacklog(
  filter: BoardFilter,
  initialData: BacklogData,
  initialFilter: BoardFilter,
): void {
  const store = useProjectStore()
  const filterJson = JSON.stringify(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read counts once
  useEffect(() => {
    const loader = backlogLoaderOf(store)
    loader.show(filter, isEqual(filter, initialFilter) ? initialData : null)
    return () => loader.hide()
  }, [store])
  useEffect(() => backlogLoaderOf(store).setFilter(JSON.parse(filterJson)), [store, filterJson])
}

/** The sections in their order; null until they have come. The same while nothing in them changes. */
export function useBacklogSections(): readonly BacklogSection[] | null {
  return useStoreSelector((store) => {
    const { backlog, project } = store.optimisticState
    if (!backlog) return null
    const { pages } = backlogLoaderOf(store)
    return sectionsOf(project).flatMap((id): BacklogSection[] => {
      const list = backlog.sections.get(id)
      if (!list) return []
      const sums = backlog.sums.get(id) ?? EMPTY_SECTION_TOTALS
      const { ids, complete } = list
      const count = backlog.filter ? list.count : sums.open.tasks + sums.done.tasks
      return [{ id, ids, complete, loading: pages.isLoading(id), count, sums }]
    })
  }, areSameSections)
}

/** Whether the sections could not be loaded at first; they are asked for again by themselves. */
export const useBacklogFailed = (): boolean =>
  useStoreSelector((store) => backlogLoaderOf(store).hasFailed)

/** Whether the sections do not show yet what the filter asks for. */
export function useBacklogPending(filter: BoardFilter | null): boolean {
  return useStoreSelector(
    ({ optimisticState }) =>
      optimisticState.backlog !== null && !isEqual(optimisticState.backlog.filter, filter),
  )
}

/** Loads the next tasks of a section; call it when the end of what is loaded comes near. */
export function useLoadMoreTasks(): (section: BacklogSectionId) => void {
  const store = useProjectStore()
  return useCallback((section) => void backlogLoaderOf(store).pages.load(section), [store])
}

function areSameSections(
  a: readonly BacklogSection[] | null,
  b: readonly BacklogSection[] | null,
): boolean {
  if (!a || !b || a.length !== b.length) return a === b
  return a.every((section, i) => isSameSection(section, b[i] ?? section))
}

function isSameSection(a: BacklogSection, b: BacklogSection): boolean {
  const isSameLoad = a.ids === b.ids && a.complete === b.complete && a.loading === b.loading
  return a.id === b.id && isSameLoad && a.count === b.count && isEqual(a.sums, b.sums)
}
