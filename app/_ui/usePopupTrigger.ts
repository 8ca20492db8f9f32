import { type MouseEvent as Press, type RefObject, useRef, useState } from 'react'

export type PopupControl = { open?: boolean; onOpenChange?: (open: boolean) => void }

/** The part of Base UI's change details that is used here. */
export type OpenChangeDetails = { event: Event; cancel: () => void; reason: string }

/** What a popup needs to know of its trigger. */
export type PopupState = {
  open: boolean
  /** Opened by Enter or Space instead of a pointer. */
  isOpenedByKeyboard: boolean
  anchor: RefObject<HTMLElement | null>
  onOpenChange: (open: boolean, details?: OpenChangeDetails) => void
}

/**
 * The state of a popup's trigger, before the popup's own code is loaded. Spread `trigger` on the
 * button and pass `state` to the popup. The caller controls the open state when `open` is given.
 * `preload` runs when the pointer or the focus comes near.
 */
export function usePopupTrigger(
  { open: controlled, onOpenChange }: PopupControl,
  preload: () => void,
  kind: 'menu' | 'listbox' | 'dialog',
) {
  const anchor = useRef<HTMLElement | null>(null)
  const [ownOpen, setOwnOpen] = useState(false)
  const [isRequested, setIsRequested] = useState(false)
  const [isOpenedByKeyboard, setByKeyboard] = useState(false)
  const open = controlled ?? ownOpen

  const setOpen = (next: boolean, details?: OpenChangeDetails) => {
    if (!next && details && isFromTrigger(anchor.current, details.event)) return details.cancel()
    if (next) setIsRequested(true)
    setOwnOpen(next)
    onOpenChange?.(next)
  }

  const state: PopupState = { open, isOpenedByKeyboard, anchor, onOpenChange: setOpen }
  const trigger = {
    ref: (element: HTMLElement | null) => {
      anchor.current = element
    },
    onClick: (event: Press) => {
      // A click from the keyboard has a detail of 0.
      setByKeyboard(event.detail === 0)
      setOpen(!open)
    },
    onPointerEnter: preload,
    onFocus: preload,
    'aria-haspopup': kind,
    'aria-expanded': open,
  } as const
  return { state, trigger, isRequested: isRequested || open }
}

/**
 * A press on the trigger closes by the trigger's own click. Closing here as well would reopen it.
 */
function isFromTrigger(anchor: HTMLElement | null, event: Event): boolean {
  const target = event instanceof FocusEvent ? event.relatedTarget : event.target
  const isPress = event instanceof FocusEvent || event instanceof MouseEvent
  return isPress && target instanceof Node && anchor?.contains(target) === true
}
