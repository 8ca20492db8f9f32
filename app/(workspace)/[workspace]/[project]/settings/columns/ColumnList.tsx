'use client'

import { useRef } from 'react'
import type { Status } from '@/domain/project/project'
import { ColumnRow } from './ColumnRow'
import { useReorder } from './useReorder'

/** The columns for those who may change them; a line shows where one that is moved would go. */
export function ColumnList({ statuses }: { statuses: Status[] }) {
  const list = useRef<HTMLUListElement>(null)
  const reorder = useReorder(list, statuses)
  const { hand } = reorder
  return (
    <>
      <p id="column-keys" className="sr-only">
        Press Space to pick up, the up and down arrows to move, Space to put down, Escape to leave
        it where it was.
      </p>
      <ul ref={list} aria-labelledby="columns" className="border-y border-line">
        {statuses.map((status, place) => (
          <ColumnRow
            key={status.id}
            status={status}
            statuses={statuses}
            last={place === statuses.length - 1}
            held={hand?.id === status.id}
            mark={markAt(place, statuses, hand?.before)}
            handle={reorder.handleOf(status, place)}
          />
        ))}
      </ul>
    </>
  )
}

/** On which side of a row the line is drawn; `before` undefined: nothing is being moved. */
function markAt(place: number, statuses: Status[], before: string | null | undefined) {
  if (before === undefined) return null
  if (before === statuses[place]?.id) return 'above' as const
  return before === null && place === statuses.length - 1 ? ('below' as const) : null
}
