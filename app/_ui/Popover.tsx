'use client'

import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { onDemand } from './onDemand'
import { type PopupControl, usePopupDoor } from './usePopupDoor'

export type PopoverProps = PopupControl & {
  /** What it is about, read by screen readers. */
  label: string
  trigger: ReactElement<Record<string, unknown>>
  children: ReactNode | ((close: () => void) => ReactNode)
  align?: 'start' | 'center' | 'end'
  side?: 'bottom' | 'top' | 'right' | 'left'
  className?: string
}

const PopoverPanel = onDemand(() => import('./PopoverPanel').then((part) => part.PopoverPanel), {
  takesKeys: true,
})

/** Fetches the code of popovers before one is needed. */
export const preloadPopover = PopoverPanel.preload

/** A small panel with anything in it that opens from a button. */
export function Popover({ trigger, ...props }: PopoverProps) {
  const popup = usePopupDoor(props, PopoverPanel.preload, 'dialog')
  return (
    <>
      {cloneElement(trigger, popup.trigger)}
      {popup.wanted ? <PopoverPanel {...props} door={popup.door} /> : null}
    </>
  )
}
