'use client'

import { useRef } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { cx } from '@/app/_ui/cx'
import type { Status } from '@/domain/project/project'
import { useTarget } from '../../../../_drag/useTarget'
import { useDeskPart } from '../desk/useDesk'
import { useBoard } from '../useBoard'
import { CardList } from './CardList'
import { ColumnFoot } from './ColumnFoot'
import { ColumnHead } from './ColumnHead'
import { refusalHere, useRefusal } from './refusal'

/** One status of the workflow: its head, its cards, and where one is added. */
export function Column({ status }: { status: Status }) {
  const element = useRef<HTMLElement>(null)
  const store = useStore()
  const { mayChange } = useBoard()
  const refusal = useRefusal(status)
  const isTarget = useDeskPart((state) => state.hand?.aim?.cell === status.id)

  useTarget(element, status.id, (taskId) => refusalHere(store, taskId, status.id) === null)

  return (
    <section
      ref={element}
      data-column={status.id}
      aria-labelledby={`column-${status.id}`}
      className={cx(
        'flex h-full w-[calc(100vw-1.5rem)] shrink-0 snap-center flex-col rounded-overlay [contain:layout] md:w-[18.75rem]',
        refusal && 'opacity-40',
        isTarget && 'bg-sunken',
      )}
    >
      <ColumnHead status={status} refusal={refusal} />
      <CardList status={status} />
      {mayChange ? <ColumnFoot status={status} /> : null}
    </section>
  )
}
