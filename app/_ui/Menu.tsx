'use client'

import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { lazyComponent } from './lazyComponent'
import { type PopupControl, usePopupTrigger } from './usePopupTrigger'

export type MenuItem = {
  label: string
  /** Where it leads; without one, `onPick` runs. */
  href?: string
  onSelect?: () => void
  icon?: ReactNode
  keys?: string
  danger?: boolean
  disabled?: boolean
  /** Given: the item is a switch that is on or off. */
  checked?: boolean
}

export type MenuGroup = { title?: string; items: MenuItem[] }

export type MenuProps = PopupControl & {
  /** What the menu is for, read by screen readers. */
  label: string
  /** Groups are parted by a line. */
  groups: MenuGroup[]
  /** The button that opens it: a Button, an IconButton or a plain `<button>`. */
  trigger: ReactElement<Record<string, unknown>>
  align?: 'start' | 'end'
  side?: 'bottom' | 'top' | 'right'
}

const MenuPanel = lazyComponent(() => import('./MenuPanel').then((module) => module.MenuPanel))

/** Fetches the code of menus before one is needed. */
export const preloadMenu = MenuPanel.preload

/** A list of actions that opens from a button. */
export function Menu({ label, groups, trigger, align, side, ...control }: MenuProps) {
  const popup = usePopupTrigger(control, MenuPanel.preload, 'menu')
  return (
    <>
      {cloneElement(trigger, popup.trigger)}
      {popup.isRequested ? (
        <MenuPanel state={popup.state} label={label} groups={groups} align={align} side={side} />
      ) : null}
    </>
  )
}
