'use client'

import { useMemo, useRef } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { lanesOf } from '@/app/_client/store/lanes/laneLoader'
import { cx } from '@/app/_ui/cx'
import { fieldOfLane, type LanesBy, laneOf } from '@/domain/lanes'
import type { Status } from '@/domain/project/project'
import type { StatusId } from '@/domain/words'
import { useTarget } from '../../../../_drag/useTarget'
import { CardList } from '../column/CardList'
import { refusalHere, useRefusal } from '../column/refusal'
import { cellOf } from '../desk/cell'
import { useDeskPart } from '../desk/useDesk'
import type { RowData } from './useRows'

type Props = { status: Status; row: RowData; by: LanesBy }

/** The part of a column that stands in one lane. */
export function CellColumn({ status, row, by }: Props) {
  const element = useRef<HTMLElement>(null)
  const store = useStore()
  const { id, name } = row
  const cell = cellOf(status.id, id)
  const refusal = useRefusal(status)
  const isTarget = useDeskPart((state) => state.hand?.aim?.cell === cell)
  useTarget(element, cell, (taskId) => {
    const card = store.screen.cards.get(taskId)
    const enters = card && (laneOf(card, by) === id || fieldOfLane({ by, id }) !== null)
    return Boolean(enters) && refusalHere(store, taskId, status.id) === null
  })
  const part = useMemo(
    () => ({ id, name, more: (statusId: StatusId) => lanesOf(store).more(id, statusId) }),
    [store, id, name],
  )
  const count = row.counts[status.id] ?? 0
  return (
    <section
      ref={element}
      data-column={status.id}
      data-lane={name}
      aria-label={`${status.name}, ${name}, ${count} ${count === 1 ? 'task' : 'tasks'}`}
      className={cx(
        'flex h-full w-[calc(100vw-1.5rem)] shrink-0 flex-col rounded-overlay [contain:layout] md:w-[18.75rem]',
        refusal && 'opacity-40',
        isTarget && 'bg-sunken',
      )}
    >
      <CardList status={status} row={part} />
    </section>
  )
}
