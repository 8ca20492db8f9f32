'use client'

import { useEffect, useState } from 'react'
import { onDemand } from '@/app/_ui/onDemand'
import { type Filling, onAskToFill } from '../acts/fill'

const FillDialog = onDemand(() => import('./FillDialog').then((part) => part.FillDialog))

/** Where a move that waits for fields asks for them, on any screen of the project. */
export function FillLayer() {
  const [filling, setFilling] = useState<Filling | null>(null)
  useEffect(() => onAskToFill(setFilling), [])
  return filling ? (
    <FillDialog
      key={`${filling.taskId} ${filling.statusId}`}
      filling={filling}
      onClose={() => setFilling(null)}
    />
  ) : null
}
