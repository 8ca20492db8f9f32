'use client'

import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { useRef } from 'react'
import { cx } from './cx'
import { Kbd } from './Kbd'
import type { MenuGroup, MenuItem, MenuProps } from './Menu'
import {
  floatingClasses,
  floatingItemClasses,
  overlayAttribute,
  popupPlacement,
  returnFocusTo,
} from './overlay'
import { PrefetchLink } from './PrefetchLink'
import type { PopupState } from './usePopupTrigger'

type Props = Pick<MenuProps, 'label' | 'groups' | 'align' | 'side'> & { state: PopupState }

/** The popup of Menu. */
export function MenuPanel({ state, label, groups, align = 'start', side = 'bottom' }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const focusFirst = (open: boolean) => {
    if (open && state.isOpenedByKeyboard)
      list.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
  }
  return (
    <Menu.Root
      open={state.open}
      onOpenChange={state.onOpenChange}
      onOpenChangeComplete={focusFirst}
    >
      {/* A landmark, because popups are outside the page's own landmarks. */}
      <Menu.Portal role="region" aria-label={label}>
        <Menu.Positioner anchor={state.anchor} align={align} side={side} {...popupPlacement}>
          <Menu.Popup
            ref={list}
            {...overlayAttribute}
            aria-label={label}
            finalFocus={returnFocusTo(state.anchor)}
            className={cx(
              floatingClasses,
              'max-h-(--available-height) min-w-48 overflow-y-auto p-1',
            )}
          >
            {groups.map((group, index) => (
              <MenuPanelGroup key={group.title ?? index} group={group} isFirst={index === 0} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function MenuPanelGroup({ group, isFirst }: { group: MenuGroup; isFirst: boolean }) {
  return (
    <>
      {isFirst ? null : <Menu.Separator className="-mx-1 my-1 border-t border-line" />}
      <Menu.Group>
        {group.title ? (
          <Menu.GroupLabel className="px-2 pt-1 pb-0.5 text-xs font-medium text-faint">
            {group.title}
          </Menu.GroupLabel>
        ) : null}
        {group.items.map((item) => (
          <MenuPanelItem key={item.label} item={item} />
        ))}
      </Menu.Group>
    </>
  )
}

function MenuPanelItem({ item }: { item: MenuItem }) {
  const classes = cx(floatingItemClasses, item.danger && 'text-danger-ink')
  const content = (
    <>
      {item.icon ? <span className="text-muted [&_svg]:size-4">{item.icon}</span> : null}
      <span className="grow">{item.label}</span>
      {item.keys ? <Kbd keys={item.keys} className="pl-4" /> : null}
    </>
  )
  if (item.href)
    return (
      <Menu.LinkItem render={<PrefetchLink href={item.href} />} className={classes} closeOnClick>
        {content}
      </Menu.LinkItem>
    )
  if (item.checked !== undefined)
    return (
      <Menu.CheckboxItem
        checked={item.checked}
        onCheckedChange={() => item.onSelect?.()}
        disabled={item.disabled}
        className={classes}
      >
        {content}
        <Menu.CheckboxItemIndicator keepMounted className="invisible data-checked:visible">
          <Check className="size-3.5 text-accent" />
        </Menu.CheckboxItemIndicator>
      </Menu.CheckboxItem>
    )
  return (
    <Menu.Item onClick={() => item.onSelect?.()} disabled={item.disabled} className={classes}>
      {content}
    </Menu.Item>
  )
}
