'use client'

import { useEffect } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { lanesOf } from '@/app/_client/store/lanes/laneLoader'
import { isEmptyFilter } from '@/domain/board'
import type { LanesBy } from '@/domain/lanes'
import type { Status } from '@/domain/project/project'
import { CollapsedColumn } from '../column/CollapsedColumn'
import { ColumnHead } from '../column/ColumnHead'
import { Composer } from '../column/Composer'
import { useRefusal } from '../column/refusal'
import { useDesk, useDeskPart } from '../desk/useDesk'
import { useFilter } from '../filter/useFilter'
import { Row } from './Row'
import { useEnterLane } from './useEnterLane'
import { useRows } from './useRows'

/** The board in rows: the heads of its columns, and under them a row for each lane. */
export function Rows({ by, statuses }: { by: LanesBy; statuses: Status[] }) {
  const store = useStore()
  const desk = useDesk()
  const [filter] = useFilter()
  const asked = JSON.stringify(isEmptyFilter(filter) ? null : filter)
  const collapsed = useDeskPart((state) => state.collapsed)
  const enter = useEnterLane(by)
  const rows = useRows(by)

  useEffect(() => lanesOf(store).open(by, JSON.parse(asked)), [store, by, asked])
  useEffect(() => () => lanesOf(store).leave(), [store])
  useEffect(() => {
    desk.enterLane = enter
    return () => {
      desk.enterLane = null
    }
  }, [desk, enter])

  return (
    <div className="flex w-max min-w-full flex-col px-3 pb-3">
      <div className="sticky top-0 z-20 flex gap-3 bg-canvas pt-1 md:gap-2">
        {statuses.map((status) =>
          collapsed.has(status.id) ? (
            <div key={status.id} className="h-row overflow-hidden">
              <CollapsedColumn status={status} />
            </div>
          ) : (
            <Head key={status.id} status={status} />
          ),
        )}
      </div>
      {rows.map((row) => (
        <Row key={row.id} row={row} by={by} statuses={statuses} collapsed={collapsed} />
      ))}
    </div>
  )
}

function Head({ status }: { status: Status }) {
  const refusal = useRefusal(status)
  const composing = useDeskPart((desk) => desk.composing === status.id)
  return (
    <div className="w-[calc(100vw-1.5rem)] shrink-0 snap-center md:w-[18.75rem]">
      <ColumnHead status={status} refusal={refusal} />
      {composing ? <Composer status={status} /> : null}
    </div>
  )
}
