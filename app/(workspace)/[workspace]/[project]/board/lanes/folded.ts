import { LANES_BY, type Lane } from '@/domain/lanes'
import type { Id } from '@/domain/words'

/** So many are kept; of more, those folded last. */
const MOST = 500

/** Where a browser keeps the rows that somebody has folded on the board of a project. */
export const foldedKey = (personId: Id, projectId: Id) => `concord.lanes.${personId}.${projectId}`

/** A row among those of all kinds: nobody's and that of no epic share their id. */
const nameOf = ({ by, id }: Lane) => `${by} ${id}`

/** Whether a row was folded when the board was last left. */
export function isFolded(storage: Storage | null, key: string, lane: Lane): boolean {
  return read(storage, key).includes(nameOf(lane))
}

/**
 * Keeps that a row was folded or opened. What is stored is read anew: another window may have
 * folded others since.
 */
export function keepFolded(storage: Storage | null, key: string, lane: Lane, fold: boolean): void {
  const name = nameOf(lane)
  const others = read(storage, key).filter((each) => each !== name)
  const next = fold ? [...others, name].slice(-MOST) : others
  try {
    if (next.length > 0) storage?.setItem(key, JSON.stringify(next))
    else storage?.removeItem(key)
  } catch {
    // No room: the row is folded in this window alone.
  }
}

function read(storage: Storage | null, key: string): string[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isName) : []
  } catch {
    return []
  }
}

const isName = (each: unknown): each is string =>
  typeof each === 'string' && LANES_BY.some((by) => each.startsWith(`${by} `))
