'use client'

import { useRef } from 'react'
import type { Id } from '@/domain/words'
import { addresses } from '../../../../_frame/addresses'
import { useBoard } from '../useBoard'
import { useWantedFocus } from './useWantedFocus'

type Props = {
  id: Id
  taskKey: string
  title: string
  /** Tab comes here; the arrows lead on from there. */
  stop: boolean
  /** The element that says which keys work here, for who may change things. */
  keys: 'card-keys' | 'row-keys'
}

/** The title of a card or row: a link to its task that can be clicked all over the card. */
export function TaskLink({ id, taskKey, title, stop, keys }: Props) {
  const { slug, mayChange } = useBoard()
  const link = useRef<HTMLAnchorElement>(null)
  useWantedFocus(link, id)
  return (
    <a
      ref={link}
      href={addresses.task(slug, taskKey)}
      draggable={false}
      tabIndex={stop ? 0 : -1}
      aria-label={`${taskKey} ${title}`}
      aria-describedby={mayChange ? keys : undefined}
      className="outline-none [-webkit-touch-callout:none] after:absolute after:inset-0"
    >
      {title}
    </a>
  )
}
