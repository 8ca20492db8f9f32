'use client'

import { type RefObject, useEffect, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import type { Status } from '@/domain/project/project'

type Props = { statuses: Status[]; board: RefObject<HTMLElement | null> }

/** On a phone: which column is in view, and a press to go to another. */
export function ColumnDots({ statuses, board }: Props) {
  const [here, setHere] = useState(0)
  useEffect(() => {
    const strip = board.current
    if (!strip) return
    const look = () => {
      const middle = strip.scrollLeft + strip.clientWidth / 2
      const columns = [...strip.children] as HTMLElement[]
      const left = strip.offsetLeft
      const place = columns.findIndex(
        (column) => column.offsetLeft - left + column.offsetWidth >= middle,
      )
      setHere(place < 0 ? columns.length - 1 : place)
    }
    look()
    strip.addEventListener('scroll', look, { passive: true })
    return () => strip.removeEventListener('scroll', look)
  }, [board])

  const go = (place: number) =>
    board.current?.children[place]?.scrollIntoView({ inline: 'center', block: 'nearest' })
  return (
    <nav aria-label="Columns" className="flex shrink-0 justify-center md:hidden">
      {statuses.map((status, place) => (
        <button
          key={status.id}
          type="button"
          aria-label={`${status.name}, ${status.taskCount} tasks`}
          aria-current={place === here ? 'true' : undefined}
          onClick={() => go(place)}
          className="flex size-11 items-center justify-center"
        >
          <span
            className={cx(
              'h-1.5 rounded-full transition-all',
              place === here ? 'w-5 bg-accent' : 'w-1.5 bg-edge',
            )}
          />
        </button>
      ))}
    </nav>
  )
}
