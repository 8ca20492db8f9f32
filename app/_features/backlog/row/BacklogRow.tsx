'use client'

import { memo, useCallback, useRef } from 'react'
import { CardActionsButton } from '@/app/_features/board/CardActionsButton'
import { RecentChangeHighlight } from '@/app/_features/board/RecentChangeHighlight'
import { TaskLink } from '@/app/_features/board/TaskLink'
import { useBoard } from '@/app/_features/board/useBoard'
import { useBoardUiState } from '@/app/_features/board/useBoardUi'
import { useIsTaskSelected, useTaskSelection } from '@/app/_features/bulk/useTaskSelection'
import { useDraggable } from '@/app/_features/drag/useDraggable'
import { useCard, useIsPending } from '@/app/_replica/react/projectHooks'
import { cx } from '@/app/_ui/cx'
import type { Id } from '@/domain/kernel/primitives'
import { useBacklogDrag } from '../state/useBacklogUi'
import { RowCheckbox } from './RowCheckbox'
import { RowContent } from './RowContent'

type Props = {
  id: Id
  /** True for the one row that Tab reaches. The arrow keys move on from there. */
  isTabStop: boolean
}

/**
 * One task of a section: a link to it that can be selected, dragged and controlled by keys or a
 * menu.
 */
export const BacklogRow = memo(function Row({ id, isTabStop }: Props) {
  const { projectKey, canEdit } = useBoard()
  const card = useCard(id)
  const element = useRef<HTMLElement>(null)
  const isPending = useIsPending(id)
  const isSelected = useIsTaskSelected(id)
  const isDragged = useBacklogDrag((state) => state?.ids.includes(id) ?? false)
  const isPopupOpen = useBoardUiState((state) => state.openPopup?.taskId === id)
  const selection = useTaskSelection()
  const dragCount = useCallback(
    () => (selection.ids.has(id) ? selection.ids.size : 1),
    [selection, id],
  )
  useDraggable(element, id, canEdit, dragCount)
  if (!card) return <div className="h-full bg-hover" />

  const taskKey = `${projectKey}-${card.number}`
  return (
    <article
      ref={element}
      data-card={id}
      data-selected={isSelected || undefined}
      aria-busy={isPending || undefined}
      className={cx(
        'group relative isolate flex h-full scroll-mt-11 items-center gap-2 px-3 transition-colors select-none md:px-4',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent',
        isDragged && 'opacity-50',
        isSelected || isPopupOpen ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <RecentChangeHighlight id={id} />
      {canEdit ? <RowCheckbox id={id} taskKey={taskKey} /> : null}
      <RowContent
        card={card}
        taskKey={taskKey}
        title={
          <TaskLink
            id={id}
            taskKey={taskKey}
            title={card.title}
            isTabStop={isTabStop}
            keyHintId="row-key-hint"
          />
        }
      />
      {canEdit ? (
        <CardActionsButton
          id={id}
          taskKey={taskKey}
          className="relative z-1 -mr-1.5 shrink-0 hover:bg-raised touch:-mr-3"
        />
      ) : null}
    </article>
  )
})
