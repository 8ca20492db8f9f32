'use client'

import { Ellipsis } from 'lucide-react'
import { cx } from '@/app/_ui/cx'
import type { Id } from '@/domain/kernel/primitives'
import { useBoard } from './useBoard'

type Props = { id: Id; taskKey: string; className: string }

/** Opens the menu of a card or row. Visible on hover and focus, and always on touch screens. */
export function CardActionsButton({ id, taskKey, className }: Props) {
  const { openCardMenu } = useBoard()
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`Actions for ${taskKey}`}
      aria-haspopup="menu"
      onClick={(event) => openCardMenu(id, event.currentTarget)}
      className={cx(
        'flex size-6 items-center justify-center rounded-chip text-muted opacity-0 hover:text-text',
        'group-hover:opacity-100 focus-visible:opacity-100 group-has-[a:focus-visible]:opacity-100',
        'touch:size-11 touch:opacity-100',
        className,
      )}
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  )
}
