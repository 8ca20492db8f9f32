import type { Id } from '@/domain/kernel/primitives'
import { SWIMLANE_GROUPINGS, type Swimlane } from '@/domain/views/swimlanes'

/** So many are kept; of more, those folded last. */
const MAX_STORED = 500

/** Where a browser keeps the rows that somebody has folded on the board of a project. */
export const collapsedSwimlanesKey = (personId: Id, projectId: Id) =>
  `concord.collapsedSwimlanes.${personId}.${projectId}`

/** A row among those of all kinds: nobody's and that of no epic share their id. */
const storedName = ({ groupBy, id }: Swimlane) => `${groupBy} ${id}`

/** Whether a row was folded when the board was last left. */
export function isSwimlaneCollapsed(
  storage: Storage | null,
  key: string,
  swimlane: Swimlane,
): boolean {
  return readCollapsed(storage, key).includes(storedName(swimlane))
}

/**
 * Keeps that a row was folded or opened. What is stored is read anew: another window may have
 * folded others since.
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
    // No room: the row is folded in this window alone.
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
