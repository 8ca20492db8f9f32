import { cloneElement, type ReactElement } from 'react'

/**
 * Gives its one child (an HTML element, or a component that passes `data-*` on) a tooltip. The
 * tooltip is for the eye: what it says must be readable from the child as well (its text,
 * `aria-label`). The drawing is done by TooltipLayer, so a thousand of these cost nothing.
 */
export function Tooltip({
  text,
  keys,
  children,
}: {
  text: string
  keys?: string
  children: ReactElement<{ 'data-tooltip'?: string; 'data-tooltip-keys'?: string }>
}) {
  return cloneElement(children, { 'data-tooltip': text, 'data-tooltip-keys': keys })
}
