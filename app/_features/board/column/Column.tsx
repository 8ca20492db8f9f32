'use client'

import { useRef } from 'react'
import { useDropTarget } from '@/app/_features/drag/useDropTarget'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { cx } from '@/app/_ui/cx'
import type { Status } from '@/domain/project/project'
import { useBoard } from '../useBoard'
import { useBoardUiState } from '../useBoardUi'
import { CardList } from './CardList'
import { ColumnFooter } from './ColumnFooter'
import { ColumnHeader } from './ColumnHeader'
import { dropRejection, useDropRejection } from './dropRejection'

/** One status of the workflow: its header, its cards and its form for new tasks. */
export function Column({ status }: { status: Status }) {
  const element = useRef<HTMLElement>(null)
  const store = useProjectStore()
  const { canEdit } = useBoard()
  const rejection = useDropRejection(status)
  const isDropTarget = useBoardUiState((state) => state.drag?.target?.cell === status.id)

  useDropTarget(element, status.id, (taskId) => dropRejection(store, taskId, status.id) === null)

  return (
    <section
      ref={element}
      data-column={status.id}
      aria-labelledby={`column-${status.id}`}
      className={cx(
        'flex h-full w-[calc(100vw-1.5rem)] shrink-0 snap-center flex-col rounded-overlay [contain:layout] md:w-[18.75rem]',
        rejection && 'opacity-40',
        isDropTarget && 'bg-sunken',
      )}
    >
      <ColumnHeader status={status} rejection={rejection} />
      <CardList status={status} />
      {canEdit ? <ColumnFooter status={status} /> : null}
    </section>
  )
}
