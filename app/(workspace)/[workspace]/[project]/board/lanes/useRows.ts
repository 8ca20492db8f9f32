'use client'

import { useRef, useSyncExternalStore } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import { equal } from '@/domain/equal'
import { type LanesBy, NO_LANE, SHARED } from '@/domain/lanes'
import type { Id, StatusId } from '@/domain/words'

/** A row as it is drawn. */
export interface RowData {
  id: string
  name: string
  /** The key of what its tasks stand below. */
  key: string | null
  counts: Record<StatusId, number>
  total: number
}

const PRIORITY_NAMES = ['No priority', 'Low', 'Medium', 'High', 'Urgent']
const LAST: Record<string, number> = { [SHARED]: 1, [NO_LANE]: 2 }

/** The rows in their order; those that hold nothing are left out, but for the last and priorities. */
export function useRows(by: LanesBy): readonly RowData[] {
  const store = useStore()
  const { key } = useProject()
  const last = useRef<readonly RowData[]>([])
  const read = () => {
    const rows = rowsOf(store, by, key)
    if (!equal(rows, last.current)) last.current = rows
    return last.current
  }
  return useSyncExternalStore(store.changes.add, read, read)
}

function rowsOf(store: ProjectStore, by: LanesBy, projectKey: string): RowData[] {
  const { lanes, cards } = store.screen
  if (!lanes || lanes.by !== by) return []
  const rows = [...lanes.all].map(([id, { head, windows }]): RowData => {
    const counts = Object.fromEntries([...windows].map(([status, { count }]) => [status, count]))
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const parent = by === 'epic' ? cards.get(id) : undefined
    const key = parent ? `${projectKey}-${parent.number}` : (head?.key ?? null)
    const name = nameOf(store, by, id) ?? parent?.title ?? head?.title ?? ''
    return { id, name, key, counts, total }
  })
  return rows
    .filter(({ id, total }) => total > 0 || by === 'priority' || id === NO_LANE)
    .sort((a, b) => order(by, a, b))
}

function nameOf(store: ProjectStore, by: LanesBy, id: Id): string | undefined {
  if (by === 'priority') return PRIORITY_NAMES[Number(id)]
  if (id === SHARED) return 'Several people'
  if (id === NO_LANE) return by === 'person' ? 'Nobody' : 'No epic'
  return by === 'person' ? (store.people.get(id)?.name ?? '…') : undefined
}

function order(by: LanesBy, a: RowData, b: RowData): number {
  if (by === 'priority') return Number(b.id) - Number(a.id)
  const ends = (LAST[a.id] ?? 0) - (LAST[b.id] ?? 0)
  // By epic they come in planning order already.
  return ends !== 0 || by === 'epic' ? ends : a.name.localeCompare(b.name)
}
