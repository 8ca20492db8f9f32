'use client'

import { DueDateForm } from '@/app/_features/task/DueDateForm'
import { PopoverPanel } from '@/app/_ui/PopoverPanel'
import { type CardPopupProps, useCardPopup } from '../useCardPopup'

/** Sets a card's due date. */
export function DueDatePopup({ card, openPopup, onClose }: CardPopupProps) {
  const popup = useCardPopup({ openPopup, onClose })
  return (
    <PopoverPanel state={popup} label="Due date" className="w-72">
      <DueDateForm task={card} onDone={onClose} />
    </PopoverPanel>
  )
}
