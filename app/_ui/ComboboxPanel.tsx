'use client'

import { Combobox } from '@base-ui/react/combobox'
import { Check } from 'lucide-react'
import { useState } from 'react'
import type { ComboboxOption, ComboboxPopupProps } from './Combobox'
import { matchesQuery, selectedIds, withCreateOption } from './comboboxOptions'
import { cx } from './cx'
import {
  floatingClasses,
  floatingItemClasses,
  overlayAttribute,
  popupPlacement,
  returnFocusTo,
} from './overlay'

/**
 * With more matches than this, the list asks for more letters. Drawing thousands would slow down
 * typing.
 */
const MAX_SHOWN = 80

/** The popup of Combobox. */
export function ComboboxPanel(props: ComboboxPopupProps) {
  const { open, onOpenChange, anchor, label, onSearch, onCreate } = props
  const [text, setText] = useState('')
  const { items, created } = withCreateOption(props.options, onCreate ? text : '')
  const ids = props.multiple ? props.value : props.value === null ? [] : [props.value]
  const selected = items.filter((option) => ids.includes(option.id))

  const select = (selection: ComboboxOption | ComboboxOption[] | null) => {
    if (created && [selection].flat().includes(created)) {
      onCreate?.(text.trim())
      return setText('')
    }
    if (props.multiple)
      props.onSelect(selectedIds(props.value, props.options, [selection ?? []].flat()))
    else if (selection && !Array.isArray(selection)) props.onSelect(selection.id)
  }

  return (
    <Combobox.Root<ComboboxOption, boolean>
      items={items}
      multiple={props.multiple ?? false}
      value={props.multiple ? selected : (selected[0] ?? null)}
      onValueChange={select}
      inputValue={text}
      onInputValueChange={(next) => {
        setText(next)
        onSearch?.(next)
      }}
      filter={onSearch ? null : matchesQuery}
      limit={MAX_SHOWN}
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
        <Combobox.Positioner anchor={anchor} align="start" {...popupPlacement}>
          <Combobox.Popup
            {...overlayAttribute}
            aria-label={label}
            finalFocus={returnFocusTo(anchor)}
            className={cx(floatingClasses, 'w-64 max-w-[calc(100vw-1rem)] min-w-(--anchor-width)')}
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
              {(option: ComboboxOption) => <ComboboxItem key={option.id} option={option} />}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function ComboboxItem({ option }: { option: ComboboxOption }) {
  return (
    <Combobox.Item value={option} disabled={option.disabled} className={floatingItemClasses}>
      {option.icon ? <span className="flex w-5 justify-center">{option.icon}</span> : null}
      <span className="min-w-0 grow truncate">{option.label}</span>
      {option.hint ? <span className="max-w-28 truncate text-faint">{option.hint}</span> : null}
      <Combobox.ItemIndicator keepMounted className="invisible data-selected:visible">
        <Check className="size-3.5 text-accent" />
      </Combobox.ItemIndicator>
    </Combobox.Item>
  )
}
