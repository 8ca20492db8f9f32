'use client'

import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { lazyComponent } from './lazyComponent'
import { type PopupControl, usePopupTrigger } from './usePopupTrigger'

export type PopoverProps = PopupControl & {
  /** Accessible name. */
  label: string
  trigger: ReactElement<Record<string, unknown>>
  children: ReactNode | ((close: () => void) => ReactNode)
  align?: 'start' | 'center' | 'end'
  side?: 'bottom' | 'top' | 'right' | 'left'
  className?: string
}

const PopoverPanel = lazyComponent(
  () => import('./PopoverPanel').then((module) => module.PopoverPanel),
  {
    buffersKeys: true,
  },
)

/** Loads the code of popovers before one is needed. */
export const preloadPopover = PopoverPanel.preload

/** A small panel with any content that opens from a button. */
export function Popover({ trigger, ...props }: PopoverProps) {
  const popup = usePopupTrigger(props, PopoverPanel.preload, 'dialog')
  return (
    <>
      {cloneElement(trigger, popup.trigger)}
      {popup.isRequested ? <PopoverPanel {...props} state={popup.state} /> : null}
    </>
  )
}
