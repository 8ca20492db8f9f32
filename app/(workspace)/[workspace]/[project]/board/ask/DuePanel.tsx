'use client'

import { useMemo } from 'react'
import type { KnownCard } from '@/app/_client/store/types'
import { PopoverPanel } from '@/app/_ui/PopoverPanel'
import { DueChoice } from '../../../../_task/fields/DueChoice'
import type { Asking } from '../desk/desk'

type Props = { card: KnownCard; asking: Asking; onClose: () => void }

/** Sets a card's due date. */
export function DuePanel({ card, asking, onClose }: Props) {
  const door = useMemo(
    () => ({
      open: true,
      byKeyboard: true,
      anchor: { current: asking.anchor },
      onOpenChange: (open: boolean) => (open ? undefined : onClose()),
    }),
    [asking, onClose],
  )
  return (
    <PopoverPanel door={door} label="Due date" className="w-72">
      <DueChoice task={card} onDone={onClose} />
    </PopoverPanel>
  )
}
