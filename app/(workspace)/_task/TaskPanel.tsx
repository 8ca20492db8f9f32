'use client'

import { Sheet } from '@/app/_ui/Sheet'

type Props = {
  /** ALO-118. */
  taskKey: string
  onClose: () => void
}

/** A task over the board. */
export function TaskPanel({ taskKey, onClose }: Props) {
  return (
    <Sheet open onOpenChange={(open) => (open ? null : onClose())} label={taskKey}>
      <h2 className="p-4 font-medium">{taskKey}</h2>
    </Sheet>
  )
}
