'use client'

import { cloneElement, type ReactElement, type ReactNode, type RefObject } from 'react'
import { lazyComponent } from './lazyComponent'
import { type PopupControl, usePopupTrigger } from './usePopupTrigger'

export type ComboboxOption = {
  id: string
  label: string
  /** A status ring, an avatar, a label's dot. */
  icon?: ReactNode
  /** Quiet text at the end of the line. */
  hint?: string
  /** Further words that find it: an e-mail address, a key. */
  keywords?: string
  disabled?: boolean
}

type ComboboxBase = {
  /** What is picked: "Status". Names the list and stands in the empty field. */
  label: string
  options: ComboboxOption[]
  /** Said when nothing matches. */
  empty?: string
  /** Given: filtering is the caller's, who puts new `options` in. */
  onSearch?: (text: string) => void
  /** Given: text that matches no option can be made into one. */
  onCreate?: (text: string) => void
}

/** One value, or null for none; a pick of what is set already, where `clearable`, clears it. */
export type SingleSelection = {
  value: string | null
  onSelect: (id: string) => void
  multiple?: false
}
/** Any number of values; called with all of them on each change, while the list stays open. */
export type MultipleSelection = {
  value: string[]
  onSelect: (ids: string[]) => void
  multiple: true
}

export type ComboboxPopupProps = ComboboxBase &
  (SingleSelection | MultipleSelection) & {
    open: boolean
    onOpenChange: (open: boolean) => void
    /** The element the list hangs on; the focus returns to it. */
    anchor: RefObject<HTMLElement | null>
  }

export type ComboboxProps = ComboboxBase &
  (SingleSelection | MultipleSelection) &
  PopupControl & { trigger: ReactElement<Record<string, unknown>> }

/**
 * The list alone, for a letter key that opens it on a card: the caller holds `open` and `anchor`.
 */
export const ComboboxPopup = lazyComponent<ComboboxPopupProps>(() =>
  import('./ComboboxPanel').then((module) => module.ComboboxPanel),
)

/** A button that opens a list: type to filter, arrows and Enter to pick, Esc to leave as it was. */
export function Combobox({ trigger, ...props }: ComboboxProps) {
  const popup = usePopupTrigger(props, ComboboxPopup.preload, 'listbox')
  return (
    <>
      {cloneElement(trigger, popup.trigger)}
      {popup.isRequested ? <ComboboxPopup {...props} {...popup.state} /> : null}
    </>
  )
}
