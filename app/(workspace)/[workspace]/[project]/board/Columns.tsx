'use client'

import { useRef } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import { onDemand } from '@/app/_ui/onDemand'
import { useCardMenu } from './ask/useCardMenu'
import { CollapsedColumn } from './column/CollapsedColumn'
import { Column } from './column/Column'
import { ColumnDots } from './column/ColumnDots'
import { useDeskPart } from './desk/useDesk'
import { useDragging } from './desk/useDragging'
import { useFilterOfAddress } from './filter/useFilter'
import { useFilterPending } from './filter/useFilterPending'
import { useBoardKeys } from './keys/useBoardKeys'
import { useLanesBy } from './lanes/useLanesBy'
import { useArrivals } from './useArrivals'

const Rows = onDemand(() => import('./lanes/Rows').then((part) => part.Rows))

/** The columns side by side; on a phone one at a time, with a swipe or the dots to the next. */
export function Columns() {
  const { statuses } = useProject()
  const live = statuses.filter((status) => !status.removedAt)
  const board = useRef<HTMLElement>(null)
  const collapsed = useDeskPart((desk) => desk.collapsed)
  const dragging = useDeskPart((desk) => desk.hand?.by === 'pointer')
  const pending = useFilterPending()
  const [by] = useLanesBy()
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
        data-rows={by ?? undefined}
        className={cx(
          'min-h-0 grow outline-none',
          by ? 'overflow-auto' : 'flex gap-3 overflow-x-auto overflow-y-hidden px-3 pt-1 md:gap-2',
          pending && 'opacity-50 transition-opacity delay-100',
          !dragging && 'snap-x snap-mandatory md:snap-none',
        )}
      >
        {by ? (
          <Rows key={by} by={by} statuses={live} />
        ) : (
          live.map((status) =>
            collapsed.has(status.id) ? (
              <CollapsedColumn key={status.id} status={status} />
            ) : (
              <Column key={status.id} status={status} />
            ),
          )
        )}
      </main>
      {by ? null : <ColumnDots statuses={live} board={board} />}
    </>
  )
}
