import type { BacklogSection } from '@/app/_replica/react/backlogHooks'

/** Heights on the backlog, in px. The height of a row depends on the pointer type. */
export const HEADER_HEIGHT = 44
export const SECTION_GAP = 12
const LOADING_ROWS = 3

/** A section and its position in the list. */
export interface SectionLayout {
  section: BacklogSection
  top: number
  /** Top of its first row, in px. */
  rowsTop: number
  height: number
  isCollapsed: boolean
}

/** Returns the position of each section from the top of the list. */
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

/**
 * Returns the number of rows: at least the one that says "no tasks", plus some while more tasks
 * have to load.
 */
export function rowCountOf({ ids, complete }: BacklogSection): number {
  return complete ? Math.max(1, ids.length) : ids.length + LOADING_ROWS
}

/** Returns the first and last row of a section in a range of the list. last < first means none. */
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
