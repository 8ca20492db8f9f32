'use client'

import { useRef } from 'react'
import { routes } from '@/app/_features/shell/routes'
import type { Id } from '@/domain/kernel/primitives'
import { useRequestedFocus } from './card/useRequestedFocus'
import { useBoard } from './useBoard'

type Props = {
  id: Id
  taskKey: string
  title: string
  /** Tab comes here; the arrows lead on from there. */
  isTabStop: boolean
  /** The element that says which keys work here, for who may change things. */
  keyHintId: 'card-key-hint' | 'row-key-hint'
}

/** The title of a card or row: a link to its task that can be clicked all over the card. */
export function TaskLink({ id, taskKey, title, isTabStop, keyHintId }: Props) {
  const { slug, canEdit } = useBoard()
  const link = useRef<HTMLAnchorElement>(null)
  useRequestedFocus(link, id)
  return (
    <a
      ref={link}
      href={routes.task(slug, taskKey)}
      draggable={false}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`${taskKey} ${title}`}
      aria-describedby={canEdit ? keyHintId : undefined}
      className="outline-none [-webkit-touch-callout:none] after:absolute after:inset-0"
    >
      {title}
    </a>
  )
}
