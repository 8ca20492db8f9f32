'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { cx } from '@/app/_ui/cx'
import { EventLine } from '../EventLine'
import { EventMenu } from '../EventMenu'
import { toHistoryEntries } from '../historyEntries'
import { useNameLookup } from '../useNameLookup'
import { formatDayHeading, groupByDay, type HistoryRow } from './groupByDay'
import { useBrowserTimeZone } from './useBrowserTimeZone'
import type { LiveHistory } from './useLiveHistory'

/** Assumed height of the list on the server and at first paint, in px. */
const INITIAL_HEIGHT_PX = 900
const DAY_ROW_PX = 52
const ENTRY_ROW_PX = 36

/** The lines grouped by day. Draws only those in view. */
export function HistoryRows({ history }: { history: LiveHistory }) {
  const { events, newSeqs, next } = history
  const names = useNameLookup(history)
  const timeZone = useBrowserTimeZone()
  const list = useRef<HTMLOListElement>(null)
  const rows = useMemo(
    () => groupByDay(toHistoryEntries(events, names.conflicts), timeZone),
    [events, names.conflicts, timeZone],
  )
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    estimateSize: (index) => ('day' in (rows[index] ?? {}) ? DAY_ROW_PX : ENTRY_ROW_PX),
    getItemKey: (index) => rows[index]?.key ?? index,
    initialRect: { width: 0, height: INITIAL_HEIGHT_PX },
    overscan: 8,
    useFlushSync: false,
  })
  const items = virtualizer.getVirtualItems()
  return (
    <ol
      ref={list}
      aria-label="What happened, newest first"
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {items.map((item) => {
        const row = rows[item.index]
        return row ? (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-posinset={item.index + 1}
            aria-setsize={next ? -1 : rows.length}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <HistoryRowContent row={row} newSeqs={newSeqs} names={names} timeZone={timeZone} />
          </li>
        ) : null
      })}
    </ol>
  )
}

type HistoryRowProps = {
  row: HistoryRow
  newSeqs: ReadonlySet<number>
  names: Parameters<typeof EventLine>[0]['names']
  timeZone: string
}

function HistoryRowContent({ row, newSeqs, names, timeZone }: HistoryRowProps) {
  if ('day' in row) {
    return (
      <h2 className="border-b border-line px-1 pt-6 pb-1.5 font-semibold" suppressHydrationWarning>
        {formatDayHeading(row.day, Date.now(), timeZone)}
      </h2>
    )
  }
  const isNew = newSeqs.has(row.entry.event.seq)
  return (
    <div className={cx('rounded-card px-1 py-1.5', isNew && 'animate-highlight')}>
      <EventLine
        entry={row.entry}
        names={names}
        shownIn="project"
        actions={<EventMenu event={row.entry.event} names={names} />}
      />
    </div>
  )
}
