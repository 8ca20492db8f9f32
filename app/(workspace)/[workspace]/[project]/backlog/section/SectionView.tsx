'use client'

import { useEffect, useRef } from 'react'
import type { Section } from '@/app/_client/react/planHooks'
import { BACKLOG, type SectionId } from '@/domain/backlog'
import type { Id } from '@/domain/words'
import { useTarget } from '../../../../_drag/useTarget'
import { useFiltering } from '../../board/filter/useFilter'
import { useBoard } from '../../board/useBoard'
import { useHand, useHeldPart } from '../hand/useHand'
import { Row } from '../row/Row'
import { SectionFoot } from './SectionFoot'
import { SectionHead } from './SectionHead'
import { useSectionName } from './useSectionName'

type Props = {
  section: Section
  height: number
  row: number
  folded: boolean
  /** The rows in view. */
  first: number
  last: number
  /** Tasks that stay drawn wherever they are: the focused one, what is dragged. */
  keep: (Id | null)[]
  /** Tab comes to this row. */
  stop: Id | null
}

/** A sprint or the backlog: its head, its rows, and where a task is added. */
export function SectionView({ section, height, row, folded, first, last, keep, stop }: Props) {
  const { id, ids, complete } = section
  const { mayChange } = useBoard()
  const filtering = useFiltering()
  const name = useSectionName(id)
  const element = useSectionHandle(section, row, folded)
  const aim = useHeldPart((held) => (held?.aim?.section === id ? held.aim.index : null))

  return (
    <section
      ref={element}
      data-section={id}
      aria-labelledby={`section-${id}`}
      style={{ height }}
      className="[contain:layout]"
    >
      <SectionHead section={section} folded={folded} aimed={folded && aim !== null} />
      {folded ? null : (
        <>
          <ul
            aria-label={`Tasks in ${name}`}
            className="relative"
            style={{ height: ids.length * row }}
          >
            {placesOf(ids, first, last, keep).map((place) => (
              <li
                key={ids[place]}
                aria-posinset={place + 1}
                aria-setsize={complete ? ids.length : -1}
                className="absolute inset-x-0"
                style={{ top: place * row, height: row }}
              >
                <Row id={ids[place] ?? ''} stop={ids[place] === stop} />
              </li>
            ))}
            {aim === null ? null : <Line ids={ids} index={aim} row={row} />}
          </ul>
          {complete && ids.length === 0 ? (
            <p className="flex h-row items-center px-3 text-faint md:px-4">
              {filtering ? 'Nothing here passes the filter.' : emptyWords(id, name)}
            </p>
          ) : null}
          {complete ? null : <More row={row} />}
          {mayChange ? <SectionFoot section={section} /> : null}
        </>
      )}
    </section>
  )
}

function emptyWords(id: SectionId, name: string): string {
  return id === BACKLOG ? 'The backlog is empty.' : `Nothing is planned in ${name} yet.`
}

/** Where what is held would go. */
function Line({ ids, index, row }: { ids: readonly Id[]; index: number; row: number }) {
  const held = useHeldPart((state) => state?.ids)
  const inHand = new Set(held)
  const others = ids.filter((id) => !inHand.has(id))
  const next = others[index]
  const place = next === undefined ? ids.length : ids.indexOf(next)
  return (
    <li
      aria-hidden
      role="presentation"
      data-line=""
      className="pointer-events-none absolute inset-x-2 z-2 h-0.5 -translate-y-1/2 rounded-full bg-accent"
      style={{ top: place * row }}
    />
  )
}

function More({ row }: { row: number }) {
  return (
    <div role="status" aria-label="Loading more" style={{ height: 3 * row }} className="px-4">
      {['w-1/2', 'w-2/5', 'w-3/5'].map((width) => (
        <span key={width} className="flex items-center" style={{ height: row }}>
          <span className={`block h-4 animate-breathe rounded-chip bg-hover ${width}`} />
        </span>
      ))}
    </div>
  )
}

function placesOf(ids: readonly Id[], first: number, last: number, keep: (Id | null)[]): number[] {
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  const more = keep
    .map((id) => (id ? ids.indexOf(id) : -1))
    .filter((place) => place >= 0 && (place < first || place > last))
  return more.length === 0 ? places : [...new Set([...places, ...more])].sort((a, b) => a - b)
}

/** Makes a section known to the hand, and a place to drop, while it is drawn. */
function useSectionHandle(section: Section, row: number, folded: boolean) {
  const element = useRef<HTMLElement>(null)
  const hand = useHand()
  const newest = useRef({ section, row, folded })
  useEffect(() => {
    newest.current = { section, row, folded }
  })
  const { id } = section
  useTarget(element, id)
  useEffect(() => {
    if (!element.current) return
    const around = element.current
    hand.handles.set(id, {
      ids: () => newest.current.section.ids,
      count: () => newest.current.section.count,
      folded: () => newest.current.folded,
      gapAt: (clientY) => {
        const list = around.querySelector('ul')
        const { ids } = newest.current.section
        if (!list) return ids.length
        const gap = Math.round((clientY - list.getBoundingClientRect().top) / newest.current.row)
        return Math.max(0, Math.min(ids.length, gap))
      },
    })
    return () => {
      hand.handles.delete(id)
    }
  }, [hand, id])
  return element
}
