'use client'

import { useEffect, useRef } from 'react'
import { cx } from '@/app/_ui/cx'
import type { Status } from '@/domain/project/project'
import { takes } from '../../../../_task/fields/takes'
import { useDesk, useDeskPart } from '../desk/useDesk'
import { withDrag } from '../drag/withDrag'
import { useBoard } from '../useBoard'
import { CardList } from './CardList'
import { ColumnFoot } from './ColumnFoot'
import { ColumnHead } from './ColumnHead'

/** One status of the workflow: its head, its cards, and where one is added. */
export function Column({ status }: { status: Status }) {
  const element = useRef<HTMLElement>(null)
  const desk = useDesk()
  const { mayChange } = useBoard()
  const from = useDeskPart((state) => state.hand?.from ?? null)
  const refuses = from !== null && !takes(status, from)
  const isTarget = useDeskPart((state) => state.hand?.aim?.statusId === status.id)

  const newest = useRef(status)
  useEffect(() => {
    newest.current = status
  })
  useEffect(() => {
    const column = element.current
    if (!column) return
    return withDrag(({ dropTargetForElements }) =>
      dropTargetForElements({
        element: column,
        getData: () => ({ statusId: newest.current.id }),
        canDrop: ({ source }) =>
          'card' in source.data && takes(newest.current, desk.state.hand?.from ?? ''),
      }),
    )
  }, [desk])

  return (
    <section
      ref={element}
      data-column={status.id}
      aria-labelledby={`column-${status.id}`}
      className={cx(
        'flex h-full w-[calc(100vw-1.5rem)] shrink-0 snap-center flex-col rounded-overlay [contain:layout] md:w-[18.75rem]',
        refuses && 'opacity-40',
        isTarget && 'bg-sunken',
      )}
    >
      <ColumnHead status={status} refuses={refuses} />
      <CardList status={status} />
      {mayChange ? <ColumnFoot status={status} /> : null}
    </section>
  )
}
