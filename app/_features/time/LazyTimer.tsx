'use client'

import { useEffect, useState } from 'react'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { onFirstInteraction } from '@/app/_ui/onFirstInteraction'

const ActiveTimer = lazyComponent(() =>
  import('./timer/ActiveTimer').then((module) => module.ActiveTimer),
)

/** The timer. Loads at once when one is running, otherwise at the first interaction. */
export function LazyTimer() {
  const isRunning = useWorkspace().runningTimer !== null
  const [hasInteracted, setHasInteracted] = useState(false)
  useEffect(() => onFirstInteraction(() => setHasInteracted(true)), [])
  return isRunning || hasInteracted ? <ActiveTimer refetchOnMount={!isRunning} /> : null
}
