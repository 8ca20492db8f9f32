'use client'

import { useRef } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import { useCardMenu } from './ask/useCardMenu'
import { CollapsedColumn } from './column/CollapsedColumn'
import { Column } from './column/Column'
import { ColumnDots } from './column/ColumnDots'
import { useDeskPart } from './desk/useDesk'
import { useDragging } from './drag/useDragging'
import { useFilterOfAddress } from './filter/useFilter'
import { useFilterPending } from './filter/useFilterPending'
import { useBoardKeys } from './keys/useBoardKeys'
import { useArrivals } from './useArrivals'

/** The columns side by side; on a phone one at a time, with a swipe or the dots to the next. */
export function Columns() {
  const { statuses } = useProject()
  const live = statuses.filter((status) => !status.removedAt)
  const board = useRef<HTMLElement>(null)
  const collapsed = useDeskPart((desk) => desk.collapsed)
  const dragging = useDeskPart((desk) => desk.hand?.by === 'pointer')
  const pending = useFilterPending()
  const keys = useBoardKeys()
  const onContextMenu = useCardMenu()
  useDragging(board)
  useFilterOfAddress()
  useArrivals()

  return (
    <>
      <p id="card-keys" hidden>
        Press Enter to open, Space to pick up and move with the arrows, full stop for actions.
      </p>
      <main
        ref={board}
        id="main"
        aria-label="Board"
        aria-busy={pending}
        tabIndex={-1}
        {...keys}
        onContextMenu={onContextMenu}
        className={cx(
          'flex min-h-0 grow gap-3 overflow-x-auto overflow-y-hidden px-3 pt-1 outline-none md:gap-2',
          pending && 'opacity-50 transition-opacity delay-100',
          !dragging && 'snap-x snap-mandatory md:snap-none',
        )}
      >
        {live.map((status) =>
          collapsed.has(status.id) ? (
            <CollapsedColumn key={status.id} status={status} />
          ) : (
            <Column key={status.id} status={status} />
          ),
        )}
      </main>
      <ColumnDots statuses={live} board={board} />
    </>
  )
}
