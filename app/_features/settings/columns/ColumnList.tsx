'use client'

import { useRef } from 'react'
import type { Status } from '@/domain/project/project'
import { ColumnRow } from './ColumnRow'
import { useColumnDrag } from './useColumnDrag'

/** The columns for those who may change them; a line shows where one that is moved would go. */
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

/** On which side of a row the line is drawn; `before` undefined: nothing is being moved. */
function dropIndicatorAt(index: number, statuses: Status[], before: string | null | undefined) {
  if (before === undefined) return null
  if (before === statuses[index]?.id) return 'above' as const
  return before === null && index === statuses.length - 1 ? ('below' as const) : null
}
