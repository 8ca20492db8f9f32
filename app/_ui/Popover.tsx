'use client'

import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { lazyComponent } from './lazyComponent'
import { type PopupControl, usePopupTrigger } from './usePopupTrigger'

export type PopoverProps = PopupControl & {
  /** What it is about, read by screen readers. */
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

/** Fetches the code of popovers before one is needed. */
export const preloadPopover = PopoverPanel.preload

/** A small panel with anything in it that opens from a button. */
export function Popover({ trigger, ...props }: PopoverProps) {
  const popup = usePopupTrigger(props, PopoverPanel.preload, 'dialog')
  return (
    <>
      {cloneElement(trigger, popup.trigger)}
      {popup.isRequested ? <PopoverPanel {...props} state={popup.state} /> : null}
    </>
  )
}
