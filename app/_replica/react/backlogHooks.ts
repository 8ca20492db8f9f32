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

/** A section as displayed. */
export interface BacklogSection {
  id: BacklogSectionId
  /** Loaded tasks in planning order: always a prefix of the whole section. */
  ids: readonly Id[]
  complete: boolean
  loading: boolean
  /** Number of tasks that pass the filter; without a filter all of them. */
  count: number
  sums: BacklogSectionTotals
}

/**
 * Keeps the replica's backlog current under a filter while the component is mounted.
 * @param initialData the data that the server rendered with `initialFilter`
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

/**
 * Returns the sections in order; null until they are loaded. Returns the same array while nothing
 * in it changes.
 */
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

/** Returns true when the first load failed. It is retried automatically. */
export const useBacklogFailed = (): boolean =>
  useStoreSelector((store) => backlogLoaderOf(store).hasFailed)

/** Returns true while the sections do not show the filter's result yet. */
export function useBacklogPending(filter: BoardFilter | null): boolean {
  return useStoreSelector(
    ({ optimisticState }) =>
      optimisticState.backlog !== null && !isEqual(optimisticState.backlog.filter, filter),
  )
}

/**
 * Returns a function that loads the next tasks of a section. Call it near the end of the loaded
 * part.
 */
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
