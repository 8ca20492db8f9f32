'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { useBoard } from '@/app/_features/board/useBoard'
import { useBoardFilter } from '@/app/_features/board/useBoardFilter'
import { useBoardUiState } from '@/app/_features/board/useBoardUi'
import { useCardContextMenu } from '@/app/_features/board/useCardContextMenu'
import {
  useBacklogFailed,
  useBacklogPending,
  useLoadMoreTasks,
} from '@/app/_replica/react/backlogHooks'
import { cx } from '@/app/_ui/cx'
import { ErrorState } from '@/app/_ui/ErrorState'
import { useMediaQuery } from '@/app/_ui/useMediaQuery'
import type { BacklogSectionId } from '@/domain/views/backlog'
import { isEmptyFilter } from '@/domain/views/board'
import { BacklogSkeleton } from '../BacklogSkeleton'
import { useBacklogKeys } from '../keys/useBacklogKeys'
import { useRowDragging } from '../row/useRowDragging'
import { SectionView } from '../section/SectionView'
import { useBacklogDrag, useBacklogUi } from '../state/useBacklogUi'
import { layOutSections, visibleRows } from './sectionLayout'
import { useFrozenSections } from './useFrozenSections'
import { useViewport } from './useViewport'

/** Matches the design tokens. Touch needs taller rows. */
const ROW_HEIGHT = 34
const TOUCH_ROW_HEIGHT = 44
/** Number of rows drawn beyond each edge of the viewport. */
const OVERSCAN_ROWS = 10
const SCROLL_STEP_ROWS = 4
/** The next page loads when this many rows or fewer are left below. */
const LOAD_MORE_THRESHOLD = 60

/** All sections and their rows. Draws only the rows in view and loads more while scrolling down. */
export function SectionList() {
  const scroller = useRef<HTMLElement>(null)
  const sections = useFrozenSections()
  const hasFailed = useBacklogFailed()
  const [filter] = useBoardFilter()
  const isPending = useBacklogPending(isEmptyFilter(filter) ? null : filter)
  const keyHandlers = useBacklogKeys(scroller)
  const onContextMenu = useCardContextMenu()
  useRowDragging(scroller)

  const body: ReactNode = sections ? (
    <Sections sections={sections} scroller={scroller} />
  ) : hasFailed ? (
    <ErrorState
      title="The backlog could not be loaded"
      description="Nothing is lost. It loads again as soon as the connection is back."
    />
  ) : (
    <BacklogSkeleton />
  )
  return (
    <>
      <p id="row-key-hint" hidden>
        Press Enter to open, X to select, Space to pick up and move with the arrows, full stop for
        actions.
      </p>
      <main
        ref={scroller}
        id="main"
        aria-label="Backlog"
        aria-busy={isPending}
        tabIndex={-1}
        {...keyHandlers}
        onContextMenu={onContextMenu}
        className={cx(
          'min-h-0 grow overflow-y-auto overscroll-y-contain outline-none [overflow-anchor:none]',
          isPending && 'opacity-50 transition-opacity delay-100',
        )}
      >
        {body}
      </main>
    </>
  )
}

type Props = {
  sections: NonNullable<ReturnType<typeof useFrozenSections>>
  scroller: React.RefObject<HTMLElement | null>
}

function Sections({ sections, scroller }: Props) {
  const backlogUi = useBacklogUi()
  const loadSection = useLoadMoreTasks()
  const { canEdit } = useBoard()
  const rowHeight = useMediaQuery('(pointer: coarse)') ? TOUCH_ROW_HEIGHT : ROW_HEIGHT
  const collapsed = useBoardUiState((state) => state.collapsed)
  const activeId = useBoardUiState((state) => state.activeCardId)
  const draggedId = useBacklogDrag((held) => (held?.input === 'pointer' ? held.sourceId : null))
  const viewport = useViewport(scroller, SCROLL_STEP_ROWS * rowHeight)
  const layouts = layOutSections(sections, { rowHeight, collapsed, hasFooter: canEdit })
  const top = viewport.top - OVERSCAN_ROWS * rowHeight
  const bottom = viewport.top + viewport.height + (OVERSCAN_ROWS + SCROLL_STEP_ROWS) * rowHeight

  const order: BacklogSectionId[] = sections.map((section) => section.id)
  useEffect(() => {
    backlogUi.sections = order
  })
  useEffect(() => {
    for (const each of layouts) {
      const { id, ids, complete, loading } = each.section
      const nearRows = visibleRows(each, top, bottom + LOAD_MORE_THRESHOLD * rowHeight, rowHeight)
      if (!complete && !loading && !each.isCollapsed && nearRows.last >= ids.length - 1)
        loadSection(id)
    }
  })
  const firstRowId = sections.find(({ id, ids }) => ids.length > 0 && !collapsed.has(id))?.ids[0]
  const isActiveShown = activeId && sections.some(({ ids }) => ids.includes(activeId))
  const tabStopId = isActiveShown ? activeId : (firstRowId ?? null)
  return layouts.map((each) => (
    <SectionView
      key={each.section.id}
      section={each.section}
      height={each.height}
      isCollapsed={each.isCollapsed}
      rowHeight={rowHeight}
      {...visibleRows(each, top, bottom, rowHeight)}
      keep={[draggedId, tabStopId]}
      tabStopId={tabStopId}
    />
  ))
}
