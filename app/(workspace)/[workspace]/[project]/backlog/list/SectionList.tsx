'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { useBacklogFailed, useBacklogPending, useLoadSection } from '@/app/_client/react/planHooks'
import { cx } from '@/app/_ui/cx'
import { ErrorState } from '@/app/_ui/ErrorState'
import { useMediaQuery } from '@/app/_ui/useMediaQuery'
import type { SectionId } from '@/domain/backlog'
import { isEmptyFilter } from '@/domain/board'
import { useCardMenu } from '../../board/ask/useCardMenu'
import { useDeskPart } from '../../board/desk/useDesk'
import { useFilter } from '../../board/filter/useFilter'
import { useBoard } from '../../board/useBoard'
import { useHand, useHeldPart } from '../hand/useHand'
import { useRowsDragging } from '../hand/useRowsDragging'
import { useBacklogKeys } from '../keys/useBacklogKeys'
import { SectionView } from '../section/SectionView'
import { layOut, rowsWithin } from './layout'
import { RowsSkeleton } from './RowsSkeleton'
import { useStillSections } from './useStillSections'
import { useView } from './useView'

/** As the tokens have it: a finger needs more. */
const ROW = 34
const ROW_BY_TOUCH = 44
/** Rows drawn beyond each edge of what is in view. */
const BEYOND = 10
const STEP = 4
/** The next page is asked for when so many rows or fewer are left below. */
const NEAR_END = 60

/** Every section with its rows: only those in view are drawn, and the next come on the way down. */
export function SectionList() {
  const scroller = useRef<HTMLElement>(null)
  const sections = useStillSections()
  const failed = useBacklogFailed()
  const [filter] = useFilter()
  const pending = useBacklogPending(isEmptyFilter(filter) ? null : filter)
  const keys = useBacklogKeys(scroller)
  const onContextMenu = useCardMenu()
  useRowsDragging(scroller)

  const body: ReactNode = sections ? (
    <Sections sections={sections} scroller={scroller} />
  ) : failed ? (
    <ErrorState
      title="The backlog could not be loaded"
      meaning="Nothing is lost. It is asked for again as soon as the connection is back."
    />
  ) : (
    <RowsSkeleton />
  )
  return (
    <>
      <p id="row-keys" hidden>
        Press Enter to open, X to select, Space to pick up and move with the arrows, full stop for
        actions.
      </p>
      <main
        ref={scroller}
        id="main"
        aria-label="Backlog"
        aria-busy={pending}
        tabIndex={-1}
        {...keys}
        onContextMenu={onContextMenu}
        className={cx(
          'min-h-0 grow overflow-y-auto overscroll-y-contain outline-none [overflow-anchor:none]',
          pending && 'opacity-50 transition-opacity delay-100',
        )}
      >
        {body}
      </main>
    </>
  )
}

type Props = {
  sections: NonNullable<ReturnType<typeof useStillSections>>
  scroller: React.RefObject<HTMLElement | null>
}

function Sections({ sections, scroller }: Props) {
  const hand = useHand()
  const load = useLoadSection()
  const { mayChange } = useBoard()
  const row = useMediaQuery('(pointer: coarse)') ? ROW_BY_TOUCH : ROW
  const folded = useDeskPart((desk) => desk.collapsed)
  const active = useDeskPart((desk) => desk.active)
  const dragged = useHeldPart((held) => (held?.by === 'pointer' ? held.source : null))
  const view = useView(scroller, STEP * row)
  const laid = layOut(sections, { row, folded, foot: mayChange })
  const from = view.top - BEYOND * row
  const to = view.top + view.height + (BEYOND + STEP) * row

  const order: SectionId[] = sections.map((section) => section.id)
  useEffect(() => {
    hand.sections = order
  })
  useEffect(() => {
    for (const each of laid) {
      const { id, ids, complete, loading } = each.section
      const near = rowsWithin(each, from, to + NEAR_END * row, row)
      if (!complete && !loading && !each.folded && near.last >= ids.length - 1) load(id)
    }
  })
  const firstRow = sections.find(({ id, ids }) => ids.length > 0 && !folded.has(id))?.ids[0]
  const known = active && sections.some(({ ids }) => ids.includes(active))
  const stop = known ? active : (firstRow ?? null)
  return laid.map((each) => (
    <SectionView
      key={each.section.id}
      section={each.section}
      height={each.height}
      folded={each.folded}
      row={row}
      {...rowsWithin(each, from, to, row)}
      keep={[dragged, stop]}
      stop={stop}
    />
  ))
}
