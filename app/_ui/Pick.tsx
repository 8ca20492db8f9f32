'use client'

import { cloneElement, type ReactElement, type ReactNode, type RefObject } from 'react'
import { onDemand } from './onDemand'
import { type PopupControl, usePopupDoor } from './usePopupDoor'

export type PickOption = {
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

type Shared = {
  /** What is picked: "Status". Names the list and stands in the empty field. */
  label: string
  options: PickOption[]
  /** Said when nothing matches. */
  empty?: string
  /** Given: filtering is the caller's, who puts new `options` in. */
  onSearch?: (text: string) => void
  /** Given: text that matches no option can be made into one. */
  onCreate?: (text: string) => void
}

/** One value, or null for none; a pick of what is set already, where `clearable`, clears it. */
export type PickOne = { value: string | null; onPick: (id: string) => void; many?: false }
/** Any number of values; called with all of them on each change, while the list stays open. */
export type PickMany = { value: string[]; onPick: (ids: string[]) => void; many: true }

export type PickPopupProps = Shared &
  (PickOne | PickMany) & {
    open: boolean
    onOpenChange: (open: boolean) => void
    /** The element the list hangs on; the focus returns to it. */
    anchor: RefObject<HTMLElement | null>
  }

export type PickProps = Shared &
  (PickOne | PickMany) &
  PopupControl & { trigger: ReactElement<Record<string, unknown>> }

/**
 * The list alone, for a letter key that opens it on a card: the caller holds `open` and `anchor`.
 */
export const PickPopup = onDemand<PickPopupProps>(() =>
  import('./PickList').then((part) => part.PickList),
)

/** A button that opens a list: type to filter, arrows and Enter to pick, Esc to leave as it was. */
export function Pick({ trigger, ...props }: PickProps) {
  const popup = usePopupDoor(props, PickPopup.preload, 'listbox')
  return (
    <>
      {cloneElement(trigger, popup.trigger)}
      {popup.wanted ? <PickPopup {...props} {...popup.door} /> : null}
    </>
  )
}
