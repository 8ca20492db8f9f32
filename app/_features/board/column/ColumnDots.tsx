'use client'

import { type RefObject, useEffect, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import type { Status } from '@/domain/project/project'

type Props = { statuses: Status[]; board: RefObject<HTMLElement | null> }

/** Phones only: shows which column is in view and scrolls to another when pressed. */
export function ColumnDots({ statuses, board }: Props) {
  const [currentIndex, setCurrentIndex] = useState(0)
  useEffect(() => {
    const scroller = board.current
    if (!scroller) return
    const updateCurrent = () => {
      const middle = scroller.scrollLeft + scroller.clientWidth / 2
      const columns = [...scroller.children] as HTMLElement[]
      const left = scroller.offsetLeft
      const index = columns.findIndex(
        (column) => column.offsetLeft - left + column.offsetWidth >= middle,
      )
      setCurrentIndex(index < 0 ? columns.length - 1 : index)
    }
    updateCurrent()
    scroller.addEventListener('scroll', updateCurrent, { passive: true })
    return () => scroller.removeEventListener('scroll', updateCurrent)
  }, [board])

  const scrollToColumn = (index: number) =>
    board.current?.children[index]?.scrollIntoView({ inline: 'center', block: 'nearest' })
  return (
    <nav aria-label="Columns" className="flex shrink-0 justify-center md:hidden">
      {statuses.map((status, index) => (
        <button
          key={status.id}
          type="button"
          aria-label={`${status.name}, ${status.taskCount} tasks`}
          aria-current={index === currentIndex ? 'true' : undefined}
          onClick={() => scrollToColumn(index)}
          className="flex size-11 items-center justify-center"
        >
          <span
            className={cx(
              'h-1.5 rounded-full transition-all',
              index === currentIndex ? 'w-5 bg-accent' : 'w-1.5 bg-edge',
            )}
          />
        </button>
      ))}
    </nav>
  )
}
