'use client'

import { useEffect, useRef } from 'react'
import { useBoard } from '@/app/_features/board/useBoard'
import { useIsFiltered } from '@/app/_features/board/useBoardFilter'
import { useDropTarget } from '@/app/_features/drag/useDropTarget'
import type { BacklogSection } from '@/app/_replica/react/backlogHooks'
import type { Id } from '@/domain/kernel/primitives'
import { BACKLOG_SECTION, type BacklogSectionId } from '@/domain/views/backlog'
import { BacklogRow } from '../row/BacklogRow'
import { useBacklogDrag, useBacklogUi } from '../state/useBacklogUi'
import { SectionFooter } from './SectionFooter'
import { SectionHeader } from './SectionHeader'
import { useSectionName } from './useSectionName'

type Props = {
  section: BacklogSection
  height: number
  rowHeight: number
  isCollapsed: boolean
  /** Indexes of the rows in view. */
  first: number
  last: number
  /** Tasks that stay drawn out of view: the focused one and the dragged one. */
  keep: (Id | null)[]
  /** The row that Tab reaches. */
  tabStopId: Id | null
}

/** A sprint or the backlog: its header, its rows and its form for new tasks. */
export function SectionView({
  section,
  height,
  rowHeight,
  isCollapsed,
  first,
  last,
  keep,
  tabStopId,
}: Props) {
  const { id, ids, complete } = section
  const { canEdit } = useBoard()
  const isFiltered = useIsFiltered()
  const name = useSectionName(id)
  const element = useRegisterSection(section, rowHeight, isCollapsed)
  const dropIndex = useBacklogDrag((held) =>
    held?.target?.section === id ? held.target.index : null,
  )

  return (
    <section
      ref={element}
      data-section={id}
      aria-labelledby={`section-${id}`}
      style={{ height }}
      className="[contain:layout]"
    >
      <SectionHeader
        section={section}
        isCollapsed={isCollapsed}
        isDropTarget={isCollapsed && dropIndex !== null}
      />
      {isCollapsed ? null : (
        <>
          <ul
            aria-label={`Tasks in ${name}`}
            className="relative"
            style={{ height: ids.length * rowHeight }}
          >
            {rowsToDraw(ids, first, last, keep).map((index) => (
              <li
                key={ids[index]}
                aria-posinset={index + 1}
                aria-setsize={complete ? ids.length : -1}
                className="absolute inset-x-0"
                style={{ top: index * rowHeight, height: rowHeight }}
              >
                <BacklogRow id={ids[index] ?? ''} isTabStop={ids[index] === tabStopId} />
              </li>
            ))}
            {dropIndex === null ? null : (
              <DropIndicator ids={ids} index={dropIndex} rowHeight={rowHeight} />
            )}
          </ul>
          {complete && ids.length === 0 ? (
            <p className="flex h-row items-center px-3 text-faint md:px-4">
              {isFiltered ? 'No task matches the filter.' : emptyText(id, name)}
            </p>
          ) : null}
          {complete ? null : <LoadingRows rowHeight={rowHeight} />}
          {canEdit ? <SectionFooter section={section} /> : null}
        </>
      )}
    </section>
  )
}

function emptyText(id: BacklogSectionId, name: string): string {
  return id === BACKLOG_SECTION ? 'The backlog is empty.' : `Nothing is planned in ${name} yet.`
}

/** The line at the drop target. */
function DropIndicator({
  ids,
  index,
  rowHeight,
}: {
  ids: readonly Id[]
  index: number
  rowHeight: number
}) {
  const draggedIds = useBacklogDrag((state) => state?.ids)
  const dragged = new Set(draggedIds)
  const otherIds = ids.filter((id) => !dragged.has(id))
  const nextId = otherIds[index]
  const rowIndex = nextId === undefined ? ids.length : ids.indexOf(nextId)
  return (
    <li
      aria-hidden
      role="presentation"
      data-drop-indicator=""
      className="pointer-events-none absolute inset-x-2 z-2 h-0.5 -translate-y-1/2 rounded-full bg-accent"
      style={{ top: rowIndex * rowHeight }}
    />
  )
}

function LoadingRows({ rowHeight }: { rowHeight: number }) {
  return (
    <div role="status" aria-label="Loading more" style={{ height: 3 * rowHeight }} className="px-4">
      {['w-1/2', 'w-2/5', 'w-3/5'].map((width) => (
        <span key={width} className="flex items-center" style={{ height: rowHeight }}>
          <span className={`block h-4 animate-pulse rounded-chip bg-hover ${width}`} />
        </span>
      ))}
    </div>
  )
}

function rowsToDraw(
  ids: readonly Id[],
  first: number,
  last: number,
  keep: (Id | null)[],
): number[] {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  const keptOutside = keep
    .map((id) => (id ? ids.indexOf(id) : -1))
    .filter((index) => index >= 0 && (index < first || index > last))
  return keptOutside.length === 0
    ? indexes
    : [...new Set([...indexes, ...keptOutside])].sort((a, b) => a - b)
}

/** Registers a section as a drop target while it is mounted. */
function useRegisterSection(section: BacklogSection, rowHeight: number, isCollapsed: boolean) {
  const element = useRef<HTMLElement>(null)
  const backlogUi = useBacklogUi()
  const latest = useRef({ section, rowHeight, isCollapsed })
  useEffect(() => {
    latest.current = { section, rowHeight, isCollapsed }
  })
  const { id } = section
  useDropTarget(element, id)
  useEffect(() => {
    if (!element.current) return
    const sectionElement = element.current
    backlogUi.handles.set(id, {
      ids: () => latest.current.section.ids,
      count: () => latest.current.section.count,
      isCollapsed: () => latest.current.isCollapsed,
      dropIndexAt: (clientY) => {
        const list = sectionElement.querySelector('ul')
        const { ids } = latest.current.section
        if (!list) return ids.length
        const rowGap = Math.round(
          (clientY - list.getBoundingClientRect().top) / latest.current.rowHeight,
        )
        return Math.max(0, Math.min(ids.length, rowGap))
      },
    })
    return () => {
      backlogUi.handles.delete(id)
    }
  }, [backlogUi, id])
  return element
}
