'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './Kbd'
import { useTooltipTarget } from './useTooltipTarget'

const gap = 6
const margin = 8

/** Draws the tooltip of the hovered or focused element with `data-tooltip`. Render it once. */
export function TooltipLayer() {
  const layer = useRef<HTMLDivElement>(null)
  const target = useTooltipTarget(layer)
  const [position, setPosition] = useState<{ left: number; top: number } | null>(null)

  useLayoutEffect(() => {
    const tip = layer.current
    if (!target || !tip) return setPosition(null)
    const bounds = target.getBoundingClientRect()
    const topAbove = bounds.top - tip.offsetHeight - gap
    const centredLeft = bounds.left + bounds.width / 2 - tip.offsetWidth / 2
    const maxLeft = window.innerWidth - tip.offsetWidth - margin
    setPosition({
      left: Math.max(margin, Math.min(centredLeft, maxLeft)),
      top: topAbove >= margin ? topAbove : bounds.bottom + gap,
    })
  }, [target])

  if (!target) return null
  const { tooltip, tooltipKeys } = target.dataset
  return (
    <div
      ref={layer}
      aria-hidden="true"
      className="fixed z-70 flex max-w-72 items-center gap-2 rounded-card border border-line bg-raised px-2 py-1 text-ui text-text shadow-float"
      style={position ?? { left: 0, top: 0, visibility: 'hidden' }}
    >
      {tooltip}
      {tooltipKeys ? <Kbd keys={tooltipKeys} /> : null}
    </div>
  )
}
