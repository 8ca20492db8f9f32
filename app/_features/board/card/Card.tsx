'use client'

import { memo, useRef } from 'react'
import { useIsTaskSelected } from '@/app/_features/bulk/useTaskSelection'
import { useDraggable } from '@/app/_features/drag/useDraggable'
import { useCard, useIsPending } from '@/app/_replica/react/projectHooks'
import { cx } from '@/app/_ui/cx'
import type { Id } from '@/domain/kernel/primitives'
import { CardActionsButton } from '../CardActionsButton'
import { CardPresence } from '../CardPresence'
import { RecentChangeHighlight } from '../RecentChangeHighlight'
import { TaskLink } from '../TaskLink'
import { useBoard } from '../useBoard'
import { useBoardUiState } from '../useBoardUi'
import { CardContent } from './CardContent'

type Props = {
  id: Id
  isDone: boolean
  isDragged: boolean
  /** True for the one card of the column that Tab reaches. The arrow keys move on from there. */
  isTabStop: boolean
}

/**
 * One card of a column: a link to its task that can be dragged and controlled by keys or a menu.
 */
export const Card = memo(function Card({ id, isDone, isDragged, isTabStop }: Props) {
  const { projectKey, canEdit } = useBoard()
  const card = useCard(id)
  const element = useRef<HTMLElement>(null)
  const isPending = useIsPending(id)
  const isPopupOpen = useBoardUiState((state) => state.openPopup?.taskId === id)
  const isSelected = useIsTaskSelected(id)
  useDraggable(element, id, canEdit)
  if (!card) return <div className="h-22 rounded-card bg-hover" />

  const taskKey = `${projectKey}-${card.number}`
  return (
    <article
      ref={element}
      data-card={id}
      aria-busy={isPending || undefined}
      className={cx(
        'group relative isolate rounded-card border bg-raised px-3 py-2.5 transition-colors select-none',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent',
        isDragged
          ? 'border-dashed border-edge bg-sunken *:opacity-0'
          : isPopupOpen || isSelected
            ? 'border-accent'
            : 'border-line hover:border-edge',
      )}
    >
      <RecentChangeHighlight id={id} />
      {isSelected ? (
        <span className="pointer-events-none absolute inset-0 -z-1 rounded-card bg-accent/10">
          <span className="sr-only">Selected</span>
        </span>
      ) : null}
      <CardContent
        card={card}
        taskKey={taskKey}
        isDone={isDone}
        presence={<CardPresence id={id} />}
        title={
          <TaskLink
            id={id}
            taskKey={taskKey}
            title={card.title}
            isTabStop={isTabStop}
            keyHintId="card-key-hint"
          />
        }
      />
      {canEdit && !isDragged ? (
        <CardActionsButton
          id={id}
          taskKey={taskKey}
          className="absolute top-1.5 right-1.5 border border-line bg-raised touch:top-0 touch:right-0 touch:border-transparent touch:bg-transparent"
        />
      ) : null}
    </article>
  )
})
