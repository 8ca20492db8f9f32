'use client'

import { cloneElement, type ReactElement, type ReactNode, type RefObject } from 'react'
import { lazyComponent } from './lazyComponent'
import { type PopupControl, usePopupTrigger } from './usePopupTrigger'

export type ComboboxOption = {
  id: string
  label: string
  /** For example a status ring, an avatar or the dot of a label. */
  icon?: ReactNode
  /** Muted text at the end of the line. */
  hint?: string
  /** Further search terms, such as an e-mail or a key. */
  keywords?: string
  disabled?: boolean
}

type ComboboxBase = {
  /** Accessible name of the list and placeholder of its field, for example "Status". */
  label: string
  options: ComboboxOption[]
  /** Message when nothing matches. */
  empty?: string
  /** When given, the caller does the filtering and passes new `options`. */
  onSearch?: (text: string) => void
  /** When given, text that matches no option can be created as a new one. */
  onCreate?: (text: string) => void
}

/** One value, or null for none. With `clearable`, picking the current value clears it. */
export type SingleSelection = {
  value: string | null
  onSelect: (id: string) => void
  multiple?: false
}
/** Any number of values. Called with all of them on each change, while the list stays open. */
export type MultipleSelection = {
  value: string[]
  onSelect: (ids: string[]) => void
  multiple: true
}

export type ComboboxPopupProps = ComboboxBase &
  (SingleSelection | MultipleSelection) & {
    open: boolean
    onOpenChange: (open: boolean) => void
    /** The element that the list is attached to. The focus returns to it. */
    anchor: RefObject<HTMLElement | null>
  }

export type ComboboxProps = ComboboxBase &
  (SingleSelection | MultipleSelection) &
  PopupControl & { trigger: ReactElement<Record<string, unknown>> }

/**
 * Only the list, for example for a letter key that opens it on a card. The caller controls `open`
 * and `anchor`.
 */
export const ComboboxPopup = lazyComponent<ComboboxPopupProps>(
  () => import('./ComboboxPanel').then((module) => module.ComboboxPanel),
  { buffersKeys: true },
)

/**
 * A button that opens a list. Typing filters, arrow keys and Enter pick, Esc closes without a
 * change.
 */
export function Combobox({ trigger, ...props }: ComboboxProps) {
  const popup = usePopupTrigger(props, ComboboxPopup.preload, 'listbox')
  return (
    <>
      {cloneElement(trigger, popup.trigger)}
      {popup.isRequested ? <ComboboxPopup {...props} {...popup.state} /> : null}
    </>
  )
}
