import type { Id } from '@/domain/kernel/primitives'
import { SWIMLANE_GROUPINGS, type Swimlane } from '@/domain/views/swimlanes'

/** Maximum number of stored swimlanes. The most recently collapsed ones are kept. */
const MAX_STORED = 500

/** Storage key of the swimlanes that a person has collapsed on a project's board. */
export const collapsedSwimlanesKey = (personId: Id, projectId: Id) =>
  `concord.collapsedSwimlanes.${personId}.${projectId}`

/** Adds the grouping, because "no assignee" and "no epic" have the same id. */
const storedName = ({ groupBy, id }: Swimlane) => `${groupBy} ${id}`

/** Returns true when a swimlane was collapsed the last time the board was open. */
export function isSwimlaneCollapsed(
  storage: Storage | null,
  key: string,
  swimlane: Swimlane,
): boolean {
  return readCollapsed(storage, key).includes(storedName(swimlane))
}

/**
 * Stores that a swimlane was collapsed or expanded. Reads the stored value again first, because
 * another window may have changed it.
 */
export function storeSwimlaneCollapsed(
  storage: Storage | null,
  key: string,
  swimlane: Swimlane,
  isCollapsed: boolean,
): void {
  const name = storedName(swimlane)
  const others = readCollapsed(storage, key).filter((each) => each !== name)
  const next = isCollapsed ? [...others, name].slice(-MAX_STORED) : others
  try {
    if (next.length > 0) storage?.setItem(key, JSON.stringify(next))
    else storage?.removeItem(key)
  } catch {
    // Storage is full. The swimlane is collapsed in this window only.
  }
}

function readCollapsed(storage: Storage | null, key: string): string[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isStoredName) : []
  } catch {
    return []
  }
}

const isStoredName = (each: unknown): each is string =>
  typeof each === 'string' && SWIMLANE_GROUPINGS.some((grouping) => each.startsWith(`${grouping} `))
