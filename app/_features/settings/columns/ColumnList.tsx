'use client'

import { useRef } from 'react'
import type { Status } from '@/domain/project/project'
import { ColumnRow } from './ColumnRow'
import { useColumnDrag } from './useColumnDrag'

/** The editable list of columns. A line marks the drop position of a dragged one. */
export function ColumnList({ statuses }: { statuses: Status[] }) {
  const list = useRef<HTMLUListElement>(null)
  const columnDrag = useColumnDrag(list, statuses)
  const { drag } = columnDrag
  return (
    <>
      <p id="column-keys" className="sr-only">
        Press Space to pick up, the up and down arrows to move, Space to put down, Escape to leave
        it where it was.
      </p>
      <ul ref={list} aria-labelledby="columns" className="border-y border-line">
        {statuses.map((status, index) => (
          <ColumnRow
            key={status.id}
            status={status}
            statuses={statuses}
            isLast={index === statuses.length - 1}
            isDragged={drag?.id === status.id}
            dropIndicator={dropIndicatorAt(index, statuses, drag?.before)}
            handle={columnDrag.handlePropsFor(status, index)}
          />
        ))}
      </ul>
    </>
  )
}

/**
 * Returns the side of a row where the drop line is drawn. `before` is undefined when nothing is
 * dragged.
 */
function dropIndicatorAt(index: number, statuses: Status[], before: string | null | undefined) {
  if (before === undefined) return null
  if (before === statuses[index]?.id) return 'above' as const
  return before === null && index === statuses.length - 1 ? ('below' as const) : null
}
