import { cloneElement, type ReactElement } from 'react'

/**
 * Adds a tooltip to its only child (an HTML element, or a component that passes `data-*` on).
 * Tooltips are visual only: the child's text or `aria-label` must say the same. TooltipLayer draws
 * them, so a thousand of these cost nothing.
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
