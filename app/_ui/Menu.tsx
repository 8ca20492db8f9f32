'use client'

import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { lazyComponent } from './lazyComponent'
import { type PopupControl, usePopupTrigger } from './usePopupTrigger'

export type MenuItem = {
  label: string
  /** Target of the item. Without it, `onSelect` runs. */
  href?: string
  onSelect?: () => void
  icon?: ReactNode
  keys?: string
  danger?: boolean
  disabled?: boolean
  /** When given, the item is a checkbox in this state. */
  checked?: boolean
}

export type MenuGroup = { title?: string; items: MenuItem[] }

export type MenuProps = PopupControl & {
  /** Accessible name of the menu. */
  label: string
  /** Groups are separated by a line. */
  groups: MenuGroup[]
  /** The button that opens it: a Button, an IconButton or a plain `<button>`. */
  trigger: ReactElement<Record<string, unknown>>
  align?: 'start' | 'end'
  side?: 'bottom' | 'top' | 'right'
}

const MenuPanel = lazyComponent(() => import('./MenuPanel').then((module) => module.MenuPanel))

/** Loads the code of menus before one is needed. */
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
