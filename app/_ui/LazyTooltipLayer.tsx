'use client'

import { useEffect, useState } from 'react'
import { lazyComponent } from './lazyComponent'
import { onFirstInteraction } from './onFirstInteraction'

const TooltipLayer = lazyComponent(() =>
  import('./TooltipLayer').then((module) => module.TooltipLayer),
)

/** Draws tooltips, from the first interaction with the page on. Render it once. */
export function LazyTooltipLayer() {
  const [isUsed, setIsUsed] = useState(false)
  useEffect(() => onFirstInteraction(() => setIsUsed(true)), [])
  return isUsed ? <TooltipLayer /> : null
}
