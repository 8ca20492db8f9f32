'use client'

import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { useRef } from 'react'
import { cx } from './cx'
import { Kbd } from './Kbd'
import type { MenuGroup, MenuItem, MenuProps } from './Menu'
import { NearLink } from './NearLink'
import { backTo, beside, floating, floatingItem, overlayMark } from './overlay'
import type { PopupDoor } from './usePopupDoor'

type Props = Pick<MenuProps, 'label' | 'groups' | 'align' | 'side'> & { door: PopupDoor }

/** The floating half of Menu. */
export function MenuPopup({ door, label, groups, align = 'start', side = 'bottom' }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const focusFirst = (open: boolean) => {
    if (open && door.byKeyboard)
      list.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
  }
  return (
    <Menu.Root open={door.open} onOpenChange={door.onOpenChange} onOpenChangeComplete={focusFirst}>
      {/* A landmark, for what floats lies outside the page's own. */}
      <Menu.Portal role="region" aria-label={label}>
        <Menu.Positioner anchor={door.anchor} align={align} side={side} {...beside}>
          <Menu.Popup
            ref={list}
            {...overlayMark}
            aria-label={label}
            finalFocus={backTo(door.anchor)}
            className={cx(floating, 'max-h-(--available-height) min-w-48 overflow-y-auto p-1')}
          >
            {groups.map((group, place) => (
              <Group key={group.title ?? place} group={group} first={place === 0} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Group({ group, first }: { group: MenuGroup; first: boolean }) {
  return (
    <>
      {first ? null : <Menu.Separator className="-mx-1 my-1 border-t border-line" />}
      <Menu.Group>
        {group.title ? (
          <Menu.GroupLabel className="px-2 pt-1 pb-0.5 text-tiny font-medium text-faint">
            {group.title}
          </Menu.GroupLabel>
        ) : null}
        {group.items.map((item) => (
          <Item key={item.label} item={item} />
        ))}
      </Menu.Group>
    </>
  )
}

function Item({ item }: { item: MenuItem }) {
  const look = cx(floatingItem, item.danger && 'text-danger-ink')
  const inside = (
    <>
      {item.icon ? <span className="text-muted [&_svg]:size-4">{item.icon}</span> : null}
      <span className="grow">{item.label}</span>
      {item.keys ? <Kbd keys={item.keys} className="pl-4" /> : null}
    </>
  )
  if (item.href)
    return (
      <Menu.LinkItem render={<NearLink href={item.href} />} className={look} closeOnClick>
        {inside}
      </Menu.LinkItem>
    )
  if (item.checked !== undefined)
    return (
      <Menu.CheckboxItem
        checked={item.checked}
        onCheckedChange={() => item.onPick?.()}
        disabled={item.disabled}
        className={look}
      >
        {inside}
        <Menu.CheckboxItemIndicator keepMounted className="invisible data-checked:visible">
          <Check className="size-3.5 text-accent" />
        </Menu.CheckboxItemIndicator>
      </Menu.CheckboxItem>
    )
  return (
    <Menu.Item onClick={() => item.onPick?.()} disabled={item.disabled} className={look}>
      {inside}
    </Menu.Item>
  )
}
