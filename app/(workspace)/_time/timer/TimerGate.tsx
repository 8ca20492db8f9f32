'use client'

import { useEffect, useState } from 'react'
import { onFirstSign } from '@/app/_ui/firstSign'
import { onDemand } from '@/app/_ui/onDemand'
import { useWorkspace } from '../../_frame/workspace'

const TimerDoor = onDemand(() => import('./TimerDoor').then((part) => part.TimerDoor))

/** The timer, at once where one runs; else with the first sign that somebody uses the page. */
export function TimerGate() {
  const runs = useWorkspace().timer !== null
  const [used, setUsed] = useState(false)
  useEffect(() => onFirstSign(() => setUsed(true)), [])
  return runs || used ? <TimerDoor late={!runs} /> : null
}
