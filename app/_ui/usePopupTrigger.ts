import { type MouseEvent as Press, type RefObject, useRef, useState } from 'react'

export type PopupControl = { open?: boolean; onOpenChange?: (open: boolean) => void }

/** What Base UI tells about a change of the open state, as far as it matters here. */
export type OpenChangeDetails = { event: Event; cancel: () => void; reason: string }

/** What a popup needs to know of the element it hangs on. */
export type PopupState = {
  open: boolean
  /** Opened by Enter or Space rather than by a pointer. */
  isOpenedByKeyboard: boolean
  anchor: RefObject<HTMLElement | null>
  onOpenChange: (open: boolean, details?: OpenChangeDetails) => void
}

/**
 * The light half of a popup: the state of a trigger, before the popup's own code is here.
 * Spread `trigger` on the button; hand `state` to the popup. Open state is the caller's when
 * `open` is given, else its own. `preload` runs as soon as the pointer or the focus comes near.
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
      // A click that no pointer made has no clicks to count.
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

/** A press on the trigger closes by the trigger's own click; closing here too would reopen it. */
function isFromTrigger(anchor: HTMLElement | null, event: Event): boolean {
  const target = event instanceof FocusEvent ? event.relatedTarget : event.target
  const isPress = event instanceof FocusEvent || event instanceof MouseEvent
  return isPress && target instanceof Node && anchor?.contains(target) === true
}
