'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { cx } from '@/app/_ui/cx'
import { EventLine } from '../../../../_history/EventLine'
import { stories } from '../../../../_history/stories'
import { useNames } from '../../../../_history/useNames'
import { EventMenu } from '../../../../_undo/EventMenu'
import type { LiveHistory } from '../useLiveHistory'
import { dayName, type Row, rowsOf } from './rows'
import { useZone } from './useZone'

/** What the server and the first paint take the list to be high, in px. */
const FIRST_HEIGHT = 900
const DAY_PX = 52
const LINE_PX = 36

/** The lines under their days; only those in view are drawn. */
export function Lines({ history }: { history: LiveHistory }) {
  const { events, fresh, next } = history
  const names = useNames(history)
  const zone = useZone()
  const list = useRef<HTMLOListElement>(null)
  const rows = useMemo(
    () => rowsOf(stories(events, names.conflicts), zone),
    [events, names.conflicts, zone],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    estimateSize: (place) => ('day' in (rows[place] ?? {}) ? DAY_PX : LINE_PX),
    getItemKey: (place) => rows[place]?.key ?? place,
    initialRect: { width: 0, height: FIRST_HEIGHT },
    overscan: 8,
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  return (
    <ol
      ref={list}
      aria-label="What happened, newest first"
      className="relative"
      style={{ height: virtual.getTotalSize() }}
    >
      {items.map((item) => {
        const row = rows[item.index]
        return row ? (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-posinset={item.index + 1}
            aria-setsize={next ? -1 : rows.length}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <Line row={row} fresh={fresh} names={names} zone={zone} />
          </li>
        ) : null
      })}
    </ol>
  )
}

type LineProps = {
  row: Row
  fresh: ReadonlySet<number>
  names: Parameters<typeof EventLine>[0]['names']
  zone: string
}

function Line({ row, fresh, names, zone }: LineProps) {
  if ('day' in row) {
    return (
      <h2 className="border-b border-line px-1 pt-6 pb-1.5 font-semibold" suppressHydrationWarning>
        {dayName(row.day, Date.now(), zone)}
      </h2>
    )
  }
  const isFresh = fresh.has(row.story.event.seq)
  return (
    <div className={cx('rounded-card px-1 py-1.5', isFresh && 'animate-arrive')}>
      <EventLine
        story={row.story}
        names={names}
        within="project"
        acts={<EventMenu event={row.story.event} names={names} />}
      />
    </div>
  )
}
