import type { BacklogSection } from '@/app/_replica/react/backlogHooks'

/** Heights on the backlog, in px; a row's depends on what points at it. */
export const HEADER_HEIGHT = 44
export const SECTION_GAP = 12
const LOADING_ROWS = 3

/** A section with where it stands in the list. */
export interface SectionLayout {
  section: BacklogSection
  top: number
  /** Where its rows begin. */
  rowsTop: number
  height: number
  isCollapsed: boolean
}

/** Where each section stands, from the top of the list. */
export function layOutSections(
  sections: readonly BacklogSection[],
  {
    rowHeight,
    collapsed,
    hasFooter,
  }: { rowHeight: number; collapsed: ReadonlySet<string>; hasFooter: boolean },
): SectionLayout[] {
  let top = 0
  return sections.map((section) => {
    const isCollapsed = collapsed.has(section.id)
    const rowCount = rowCountOf(section) + (hasFooter ? 1 : 0)
    const height = HEADER_HEIGHT + (isCollapsed ? 0 : rowCount * rowHeight) + SECTION_GAP
    const layout = { section, top, rowsTop: top + HEADER_HEIGHT, height, isCollapsed }
    top += height
    return layout
  })
}

/** Rows, or the one that says there is none; more of them while others are to be loaded. */
export function rowCountOf({ ids, complete }: BacklogSection): number {
  return complete ? Math.max(1, ids.length) : ids.length + LOADING_ROWS
}

/** The rows of a section that a stretch of the list shows, as first and last; last < first: none. */
export function visibleRows(
  { section, rowsTop, isCollapsed }: SectionLayout,
  top: number,
  bottom: number,
  rowHeight: number,
): { first: number; last: number } {
  if (isCollapsed) return { first: 0, last: -1 }
  const first = Math.max(0, Math.floor((top - rowsTop) / rowHeight))
  const last = Math.min(section.ids.length - 1, Math.floor((bottom - rowsTop) / rowHeight))
  return { first, last }
}
