'use client'

import { useMemo } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import type { KnownCard } from '@/app/_client/store/types'
import { Button } from '@/app/_ui/Button'
import { DateField } from '@/app/_ui/DateField'
import { PopoverPanel } from '@/app/_ui/PopoverPanel'
import type { Day } from '@/domain/words'
import { today } from '../card/due'
import type { Asking } from '../desk/desk'

type Props = { card: KnownCard; asking: Asking; onClose: () => void }

const SOON = [
  ['Today', 0],
  ['Tomorrow', 1],
  ['In a week', 7],
] as const

/** Sets a card's due date. */
export function DuePanel({ card, asking, onClose }: Props) {
  const send = useSend()
  const door = useMemo(
    () => ({
      open: true,
      byKeyboard: true,
      anchor: { current: asking.anchor },
      onOpenChange: (open: boolean) => (open ? undefined : onClose()),
    }),
    [asking, onClose],
  )
  const set = (dueDate: Day | null) => {
    if (dueDate !== card.dueDate) send({ type: 'task.edit', taskId: card.id, set: { dueDate } })
  }
  const pick = (dueDate: Day | null) => {
    set(dueDate)
    onClose()
  }
  return (
    <PopoverPanel door={door} label="Due date" className="w-64">
      <div className="flex flex-col gap-2">
        <DateField label="Due date" value={card.dueDate} onChange={set} />
        <div className="flex flex-wrap gap-1">
          {SOON.map(([label, days]) => (
            <Button key={label} size="small" onClick={() => pick(inDays(days))}>
              {label}
            </Button>
          ))}
          {card.dueDate ? (
            <Button size="small" tone="bare" onClick={() => pick(null)}>
              Clear
            </Button>
          ) : null}
        </div>
      </div>
    </PopoverPanel>
  )
}

function inDays(days: number): Day {
  const now = new Date()
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days))
}
