'use client'

import { useMemo, useRef } from 'react'
import { useDropTarget } from '@/app/_features/drag/useDropTarget'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { swimlaneLoaderOf } from '@/app/_replica/store/swimlanes/swimlaneLoader'
import { cx } from '@/app/_ui/cx'
import type { StatusId } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'
import { type SwimlaneGrouping, swimlaneFieldValue, swimlaneOf } from '@/domain/views/swimlanes'
import { CardList } from '../column/CardList'
import { dropRejection, useDropRejection } from '../column/dropRejection'
import { boardCell } from '../state/boardCell'
import { useBoardUiState } from '../useBoardUi'
import type { SwimlaneView } from './useSwimlanes'

type Props = { status: Status; swimlane: SwimlaneView; grouping: SwimlaneGrouping }

/** The part of a column in one swimlane. */
export function SwimlaneColumn({ status, swimlane, grouping }: Props) {
  const element = useRef<HTMLElement>(null)
  const store = useProjectStore()
  const { id, name } = swimlane
  const cell = boardCell(status.id, id)
  const rejection = useDropRejection(status)
  const isDropTarget = useBoardUiState((state) => state.drag?.target?.cell === cell)
  useDropTarget(element, cell, (taskId) => {
    const card = store.optimisticState.cards.get(taskId)
    const canEnter =
      card &&
      (swimlaneOf(card, grouping) === id || swimlaneFieldValue({ groupBy: grouping, id }) !== null)
    return Boolean(canEnter) && dropRejection(store, taskId, status.id) === null
  })
  const swimlanePart = useMemo(
    () => ({
      id,
      name,
      loadMore: (statusId: StatusId) => swimlaneLoaderOf(store).loadMore(id, statusId),
    }),
    [store, id, name],
  )
  const count = swimlane.counts[status.id] ?? 0
  return (
    <section
      ref={element}
      data-column={status.id}
      data-swimlane={name}
      aria-label={`${status.name}, ${name}, ${count} ${count === 1 ? 'task' : 'tasks'}`}
      className={cx(
        'flex h-full w-[calc(100vw-1.5rem)] shrink-0 flex-col rounded-overlay [contain:layout] md:w-[18.75rem]',
        rejection && 'opacity-40',
        isDropTarget && 'bg-sunken',
      )}
    >
      <CardList status={status} swimlane={swimlanePart} />
    </section>
  )
}
