'use client'

import { useRef } from 'react'
import { useProject } from '@/app/_replica/react/projectHooks'
import { cx } from '@/app/_ui/cx'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { useCardDragging } from '../card/useCardDragging'
import { CollapsedColumn } from '../column/CollapsedColumn'
import { Column } from '../column/Column'
import { ColumnDots } from '../column/ColumnDots'
import { useIsFilterPending } from '../filter/useIsFilterPending'
import { useBoardKeys } from '../keys/useBoardKeys'
import { useSwimlaneGrouping } from '../swimlanes/useSwimlaneGrouping'
import { useApplyUrlFilter } from '../useBoardFilter'
import { useBoardUiState } from '../useBoardUi'
import { useCardContextMenu } from '../useCardContextMenu'
import { useRecentChanges } from '../useRecentChanges'

const Swimlanes = lazyComponent(() =>
  import('../swimlanes/Swimlanes').then((module) => module.Swimlanes),
)

/** The columns side by side. On a phone one column at a time, with swipes or dots to change it. */
export function BoardColumns() {
  const { statuses } = useProject()
  const activeStatuses = statuses.filter((status) => !status.removedAt)
  const board = useRef<HTMLElement>(null)
  const collapsed = useBoardUiState((state) => state.collapsed)
  const isPointerDrag = useBoardUiState((state) => state.drag?.input === 'pointer')
  const isPending = useIsFilterPending()
  const [grouping] = useSwimlaneGrouping()
  const keyHandlers = useBoardKeys()
  const onContextMenu = useCardContextMenu()
  useCardDragging(board)
  useApplyUrlFilter()
  useRecentChanges()

  return (
    <>
      <p id="card-key-hint" hidden>
        Press Enter to open, Space to pick up and move with the arrows, full stop for actions.
      </p>
      <main
        ref={board}
        id="main"
        aria-label="Board"
        aria-busy={isPending}
        tabIndex={-1}
        {...keyHandlers}
        onContextMenu={onContextMenu}
        data-swimlanes={grouping ?? undefined}
        className={cx(
          'min-h-0 grow outline-none',
          grouping
            ? 'overflow-auto'
            : 'flex gap-3 overflow-x-auto overflow-y-hidden px-3 pt-1 md:gap-2',
          isPending && 'opacity-50 transition-opacity delay-100',
          !isPointerDrag && 'snap-x snap-mandatory md:snap-none',
        )}
      >
        {grouping ? (
          <Swimlanes key={grouping} grouping={grouping} statuses={activeStatuses} />
        ) : (
          activeStatuses.map((status) =>
            collapsed.has(status.id) ? (
              <CollapsedColumn key={status.id} status={status} />
            ) : (
              <Column key={status.id} status={status} />
            ),
          )
        )}
      </main>
      {grouping ? null : <ColumnDots statuses={activeStatuses} board={board} />}
    </>
  )
}
