'use client'

import { useEffect } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { swimlaneLoaderOf } from '@/app/_replica/store/swimlanes/swimlaneLoader'
import type { Status } from '@/domain/project/project'
import { isEmptyFilter } from '@/domain/views/board'
import type { SwimlaneGrouping } from '@/domain/views/swimlanes'
import { CollapsedColumn } from '../column/CollapsedColumn'
import { ColumnHeader } from '../column/ColumnHeader'
import { useDropRejection } from '../column/dropRejection'
import { NewCardForm } from '../column/NewCardForm'
import { useBoardFilter } from '../useBoardFilter'
import { useBoardUi, useBoardUiState } from '../useBoardUi'
import { SwimlaneRow } from './SwimlaneRow'
import { useSwimlanes } from './useSwimlanes'

/** The board grouped into swimlanes: the column headers and one row for each swimlane. */
export function Swimlanes({
  grouping,
  statuses,
}: {
  grouping: SwimlaneGrouping
  statuses: Status[]
}) {
  const store = useProjectStore()
  const boardUi = useBoardUi()
  const [filter] = useBoardFilter()
  const filterJson = JSON.stringify(isEmptyFilter(filter) ? null : filter)
  const collapsed = useBoardUiState((state) => state.collapsed)
  const swimlanes = useSwimlanes(grouping)

  useEffect(
    () => swimlaneLoaderOf(store).show(grouping, JSON.parse(filterJson)),
    [store, grouping, filterJson],
  )
  useEffect(() => () => swimlaneLoaderOf(store).hide(), [store])
  useEffect(() => {
    boardUi.swimlaneGrouping = grouping
    return () => {
      boardUi.swimlaneGrouping = null
    }
  }, [boardUi, grouping])

  return (
    <div className="flex w-max min-w-full flex-col px-3 pb-3">
      <div className="sticky top-0 z-20 flex gap-3 bg-canvas pt-1 md:gap-2">
        {statuses.map((status) =>
          collapsed.has(status.id) ? (
            <div key={status.id} className="h-row overflow-hidden">
              <CollapsedColumn status={status} />
            </div>
          ) : (
            <SwimlaneColumnHeader key={status.id} status={status} />
          ),
        )}
      </div>
      {swimlanes.map((swimlane) => (
        <SwimlaneRow
          key={swimlane.id}
          swimlane={swimlane}
          grouping={grouping}
          statuses={statuses}
          collapsed={collapsed}
        />
      ))}
    </div>
  )
}

function SwimlaneColumnHeader({ status }: { status: Status }) {
  const rejection = useDropRejection(status)
  const isComposing = useBoardUiState((state) => state.composingIn === status.id)
  return (
    <div className="w-[calc(100vw-1.5rem)] shrink-0 snap-center md:w-[18.75rem]">
      <ColumnHeader status={status} rejection={rejection} />
      {isComposing ? <NewCardForm status={status} /> : null}
    </div>
  )
}
