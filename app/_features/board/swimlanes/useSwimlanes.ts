'use client'

import { useRef, useSyncExternalStore } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import { swimlaneCell } from '@/app/_replica/store/replicaState'
import { isEqual } from '@/domain/kernel/equal'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { NO_SWIMLANE, SHARED_SWIMLANE, type SwimlaneGrouping } from '@/domain/views/swimlanes'

/** A swimlane as displayed. */
export interface SwimlaneView {
  id: string
  name: string
  /** The key of the parent task that the swimlane stands for. */
  key: string | null
  counts: Record<StatusId, number>
  total: number
}

const PRIORITY_NAMES = ['No priority', 'Low', 'Medium', 'High', 'Urgent']
const LAST_ORDER: Record<string, number> = { [SHARED_SWIMLANE]: 1, [NO_SWIMLANE]: 2 }

/**
 * Returns the swimlanes in order. Leaves out empty ones, except the last and those of priorities.
 */
export function useSwimlanes(grouping: SwimlaneGrouping): readonly SwimlaneView[] {
  const store = useProjectStore()
  const { key } = useProject()
  const previous = useRef<readonly SwimlaneView[]>([])
  const read = () => {
    const swimlanes = swimlanesOf(store, grouping, key)
    if (!isEqual(swimlanes, previous.current)) previous.current = swimlanes
    return previous.current
  }
  return useSyncExternalStore(store.changes.subscribe, read, read)
}

function swimlanesOf(
  store: ProjectStore,
  grouping: SwimlaneGrouping,
  projectKey: string,
): SwimlaneView[] {
  const { swimlanes: loaded, cards, columns } = store.optimisticState
  if (!loaded || loaded.groupBy !== grouping) return []
  const swimlanes = [...loaded.heads].map(([id, head]): SwimlaneView => {
    const counts = Object.fromEntries(
      [...columns.keys()].map((status) => [
        status,
        loaded.cells.get(swimlaneCell(id, status))?.count ?? 0,
      ]),
    )
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const parent = grouping === 'epic' ? cards.get(id) : undefined
    const key = parent ? `${projectKey}-${parent.number}` : (head?.key ?? null)
    const name = swimlaneName(store, grouping, id) ?? parent?.title ?? head?.title ?? ''
    return { id, name, key, counts, total }
  })
  return swimlanes
    .filter(({ id, total }) => total > 0 || grouping === 'priority' || id === NO_SWIMLANE)
    .sort((a, b) => compareSwimlanes(grouping, a, b))
}

function swimlaneName(store: ProjectStore, grouping: SwimlaneGrouping, id: Id): string | undefined {
  if (grouping === 'priority') return PRIORITY_NAMES[Number(id)]
  if (id === SHARED_SWIMLANE) return 'Several people'
  if (id === NO_SWIMLANE) return grouping === 'person' ? 'Unassigned' : 'No epic'
  return grouping === 'person' ? (store.people.get(id)?.name ?? '…') : undefined
}

function compareSwimlanes(grouping: SwimlaneGrouping, a: SwimlaneView, b: SwimlaneView): number {
  if (grouping === 'priority') return Number(b.id) - Number(a.id)
  const lastOrder = (LAST_ORDER[a.id] ?? 0) - (LAST_ORDER[b.id] ?? 0)
  // Epics are in backlog order already.
  return lastOrder !== 0 || grouping === 'epic' ? lastOrder : a.name.localeCompare(b.name)
}
