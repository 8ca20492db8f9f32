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
  /** True for the one card that Tab reaches. The arrow keys move on from there. */
  isTabStop: boolean
  /** Id of the element that describes the available keys, for people who may edit. */
  keyHintId: 'card-key-hint' | 'row-key-hint'
}

/** The title of a card or row: a link to its task whose click area covers the whole card. */
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
