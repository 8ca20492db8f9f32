'use client'

import { useEffect, useState } from 'react'
import { onFirstSign } from './firstSign'
import { onDemand } from './onDemand'

const TooltipLayer = onDemand(() => import('./TooltipLayer').then((part) => part.TooltipLayer))

/** Where tooltips are drawn, from the first sign on that somebody uses the page. Stands once. */
export function TooltipDoor() {
  const [used, setUsed] = useState(false)
  useEffect(() => onFirstSign(() => setUsed(true)), [])
  return used ? <TooltipLayer /> : null
}
