'use client'

import { PopoverPanel } from '@/app/_ui/PopoverPanel'
import { DueChoice } from '../../../../_task/fields/DueChoice'
import { type Asked, useDoor } from './useDoor'

/** Sets a card's due date. */
export function DuePanel({ card, asking, onClose }: Asked) {
  const door = useDoor({ asking, onClose })
  return (
    <PopoverPanel door={door} label="Due date" className="w-72">
      <DueChoice task={card} onDone={onClose} />
    </PopoverPanel>
  )
}
