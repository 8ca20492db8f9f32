'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './Kbd'
import { useTipTarget } from './useTipTarget'

const gap = 6
const margin = 8

/** Draws the tooltip of whatever carries `data-tip` and is pointed at or focused. Stands once. */
export function TooltipLayer() {
  const layer = useRef<HTMLDivElement>(null)
  const target = useTipTarget(layer)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)

  useLayoutEffect(() => {
    const tip = layer.current
    if (!target || !tip) return setPlace(null)
    const at = target.getBoundingClientRect()
    const above = at.top - tip.offsetHeight - gap
    const middle = at.left + at.width / 2 - tip.offsetWidth / 2
    const rightmost = window.innerWidth - tip.offsetWidth - margin
    setPlace({
      left: Math.max(margin, Math.min(middle, rightmost)),
      top: above >= margin ? above : at.bottom + gap,
    })
  }, [target])

  if (!target) return null
  const { tip, tipKeys } = target.dataset
  return (
    <div
      ref={layer}
      aria-hidden="true"
      className="fixed z-70 flex max-w-72 items-center gap-2 rounded-card border border-line bg-raised px-2 py-1 text-ui text-text shadow-float"
      style={place ?? { left: 0, top: 0, visibility: 'hidden' }}
    >
      {tip}
      {tipKeys ? <Kbd keys={tipKeys} /> : null}
    </div>
  )
}
