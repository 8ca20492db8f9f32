'use client'

import { Combobox } from '@base-ui/react/combobox'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { cx } from './cx'
import { backTo, beside, floating, floatingItem, overlayMark } from './overlay'
import type { PickOption, PickPopupProps } from './Pick'
import { matches, nextIds, withCreate } from './pick-options'

/** Past this many the list asks for a letter more; drawing thousands would only slow typing. */
const shownAtMost = 80

/** The floating half of Pick. */
export function PickList(props: PickPopupProps) {
  const { open, onOpenChange, anchor, label, onSearch, onCreate } = props
  const [text, setText] = useState('')
  const { items, created } = withCreate(props.options, onCreate ? text : '')
  const ids = props.many ? props.value : props.value === null ? [] : [props.value]
  const chosen = items.filter((option) => ids.includes(option.id))

  const pick = (picked: PickOption | PickOption[] | null) => {
    if (created && [picked].flat().includes(created)) {
      onCreate?.(text.trim())
      return setText('')
    }
    if (props.many) props.onPick(nextIds(props.value, props.options, [picked ?? []].flat()))
    else if (picked && !Array.isArray(picked)) props.onPick(picked.id)
  }

  return (
    <Combobox.Root<PickOption, boolean>
      items={items}
      multiple={props.many ?? false}
      value={props.many ? chosen : (chosen[0] ?? null)}
      onValueChange={pick}
      inputValue={text}
      onInputValueChange={(next) => {
        setText(next)
        onSearch?.(next)
      }}
      filter={onSearch ? null : matches}
      limit={shownAtMost}
      autoHighlight
      itemToStringLabel={(option) => option.label}
      isItemEqualToValue={(one, other) => one.id === other.id}
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(now) => {
        if (!now) setText('')
      }}
    >
      <Combobox.Portal>
        <Combobox.Positioner anchor={anchor} align="start" {...beside}>
          <Combobox.Popup
            {...overlayMark}
            aria-label={label}
            finalFocus={backTo(anchor)}
            className={cx(floating, 'w-64 max-w-[calc(100vw-1rem)] min-w-(--anchor-width)')}
          >
            <Combobox.Input
              aria-label={label}
              placeholder={`${label}…`}
              className="h-row w-full border-b border-line bg-transparent px-3 text-field outline-none"
            />
            <Combobox.Empty>
              <p className="px-3 py-2 text-muted">{props.empty ?? 'Nothing matches.'}</p>
            </Combobox.Empty>
            <Combobox.List className="max-h-[min(20rem,calc(var(--available-height)-3rem))] scroll-py-1 overflow-y-auto overscroll-contain p-1 empty:p-0">
              {(option: PickOption) => <Option key={option.id} option={option} />}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function Option({ option }: { option: PickOption }) {
  return (
    <Combobox.Item value={option} disabled={option.disabled} className={floatingItem}>
      {option.icon ? <span className="flex w-5 justify-center">{option.icon}</span> : null}
      <span className="min-w-0 grow truncate">{option.label}</span>
      {option.hint ? <span className="max-w-28 truncate text-faint">{option.hint}</span> : null}
      <Combobox.ItemIndicator keepMounted className="invisible data-selected:visible">
        <Check className="size-3.5 text-accent" />
      </Combobox.ItemIndicator>
    </Combobox.Item>
  )
}
