import type { Section } from '@/app/_client/react/planHooks'

/** Heights on the backlog, in px; a row's depends on what points at it. */
export const HEAD = 44
export const BETWEEN = 12
const LOADING_ROWS = 3

/** A section with where it stands in the list. */
export interface Laid {
  section: Section
  top: number
  /** Where its rows begin. */
  rows: number
  height: number
  folded: boolean
}

/** Where each section stands, from the top of the list. */
export function layOut(
  sections: readonly Section[],
  { row, folded, foot }: { row: number; folded: ReadonlySet<string>; foot: boolean },
): Laid[] {
  let top = 0
  return sections.map((section) => {
    const isFolded = folded.has(section.id)
    const lines = linesOf(section) + (foot ? 1 : 0)
    const height = HEAD + (isFolded ? 0 : lines * row) + BETWEEN
    const laid = { section, top, rows: top + HEAD, height, folded: isFolded }
    top += height
    return laid
  })
}

/** Rows, or the one that says there is none; more of them while others are to be loaded. */
export function linesOf({ ids, complete }: Section): number {
  return complete ? Math.max(1, ids.length) : ids.length + LOADING_ROWS
}

/** The rows of a section that a stretch of the list shows, as first and last; last < first: none. */
export function rowsWithin(
  { section, rows, folded }: Laid,
  from: number,
  to: number,
  row: number,
): { first: number; last: number } {
  if (folded) return { first: 0, last: -1 }
  const first = Math.max(0, Math.floor((from - rows) / row))
  const last = Math.min(section.ids.length - 1, Math.floor((to - rows) / row))
  return { first, last }
}
