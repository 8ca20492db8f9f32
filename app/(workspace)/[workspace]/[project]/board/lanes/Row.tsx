'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { usePerson } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { lanesOf } from '@/app/_client/store/lanes/laneLoader'
import { Avatar } from '@/app/_ui/Avatar'
import { PriorityBars } from '@/app/_ui/PriorityBars'
import { type LanesBy, NO_LANE } from '@/domain/lanes'
import type { Status } from '@/domain/project/project'
import type { Priority, StatusId } from '@/domain/words'
import { useDeskPart } from '../desk/useDesk'
import { CellColumn } from './CellColumn'
import { useFolded } from './useFolded'
import type { RowData } from './useRows'

/** Rows so near to the view, in px, are loaded and drawn. */
const NEAR = '600px'
const CARD = 106
const LEAST = 64
const MOST = 440

type Props = { row: RowData; by: LanesBy; statuses: Status[]; collapsed: ReadonlySet<StatusId> }

/** One lane: who or what it is of, and its part of every column. Drawn while it is near the view. */
export function Row({ row, by, statuses, collapsed }: Props) {
  const store = useStore()
  const element = useRef<HTMLElement>(null)
  const [near, setNear] = useState(false)
  const [folded, fold] = useFolded({ by, id: row.id })
  const isTarget = useDeskPart((state) => state.hand?.aim?.cell.startsWith(`${row.id} `) ?? false)
  const shown = (near || isTarget) && !folded

  useEffect(() => {
    const section = element.current
    if (!section) return
    const root = section.closest('main')
    const look = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { root, rootMargin: NEAR },
    )
    look.observe(section)
    return () => look.disconnect()
  }, [])
  useEffect(() => {
    if (!shown) return
    lanesOf(store).see(row.id, true)
    return () => lanesOf(store).see(row.id, false)
  }, [store, row.id, shown])

  const tasks = `${row.total} ${row.total === 1 ? 'task' : 'tasks'}`
  const most = Math.max(0, ...statuses.map((status) => row.counts[status.id] ?? 0))
  const height = Math.min(MOST, Math.max(LEAST, most * CARD + 12))
  const done = statuses
    .filter((status) => status.category === 'done')
    .reduce((sum, status) => sum + (row.counts[status.id] ?? 0), 0)
  return (
    <section ref={element} aria-label={row.name} className="border-t border-line">
      <header className="sticky top-9 left-0 z-10 flex h-row w-[calc(100vw-1.5rem)] max-w-full items-center gap-2 bg-canvas md:w-max md:pr-4">
        <button
          type="button"
          aria-expanded={!folded}
          aria-label={folded ? `Open ${row.name}, ${tasks}` : `Collapse ${row.name}`}
          onClick={() => fold(!folded)}
          className="flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-text touch:size-11"
        >
          {folded ? <ChevronRight className="size-4" /> : <ChevronDown className="size-4" />}
        </button>
        <Sign row={row} by={by} />
        <h3 className="min-w-0 truncate font-medium">{row.name}</h3>
        <span className="shrink-0 text-faint tabular-nums">
          {by === 'epic' && row.id !== NO_LANE ? `${done} of ${row.total} done` : row.total}
        </span>
      </header>
      {folded ? null : (
        <div className="flex gap-3 pb-1 md:gap-2" style={{ height }}>
          {shown
            ? statuses.map((status) =>
                collapsed.has(status.id) ? (
                  <div key={status.id} className="w-10 shrink-0" />
                ) : (
                  <CellColumn key={status.id} status={status} row={row} by={by} />
                ),
              )
            : null}
        </div>
      )}
    </section>
  )
}

function Sign({ row, by }: Pick<Props, 'row' | 'by'>) {
  if (by === 'priority') return <PriorityBars level={Number(row.id) as Priority} />
  if (by === 'epic') {
    return row.key ? <span className="shrink-0 text-muted tabular-nums">{row.key}</span> : null
  }
  return row.id.includes('-') ? <Face id={row.id} /> : null
}

function Face({ id }: { id: string }) {
  const person = usePerson(id)
  return person ? <Avatar person={person} size="small" /> : null
}
