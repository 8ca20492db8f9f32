'use client'

import { useEffect, useState } from 'react'
import { lazyComponent } from './lazyComponent'
import { onFirstInteraction } from './onFirstInteraction'

const TooltipLayer = lazyComponent(() =>
  import('./TooltipLayer').then((module) => module.TooltipLayer),
)

/** Where tooltips are drawn, from the first sign on that somebody uses the page. Stands once. */
export function LazyTooltipLayer() {
  const [isUsed, setIsUsed] = useState(false)
  useEffect(() => onFirstInteraction(() => setIsUsed(true)), [])
  return isUsed ? <TooltipLayer /> : null
}
