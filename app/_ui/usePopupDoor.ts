import { type MouseEvent as Press, type RefObject, useRef, useState } from 'react'

export type PopupControl = { open?: boolean; onOpenChange?: (open: boolean) => void }

/** What Base UI tells about a change of the open state, as far as it matters here. */
export type OpenChangeDetails = { event: Event; cancel: () => void; reason: string }

/** What a popup needs to know of the element it hangs on. */
export type PopupDoor = {
  open: boolean
  /** Opened by Enter or Space rather than by a pointer. */
  byKeyboard: boolean
  anchor: RefObject<HTMLElement | null>
  onOpenChange: (open: boolean, details?: OpenChangeDetails) => void
}

/**
 * The light half of a popup: the state of a trigger, before the popup's own code is here.
 * Spread `trigger` on the button; hand `door` to the popup. Open state is the caller's when
 * `open` is given, else its own. `preload` runs as soon as the pointer or the focus comes near.
 */
export function usePopupDoor(
  { open: controlled, onOpenChange }: PopupControl,
  preload: () => void,
  kind: 'menu' | 'listbox' | 'dialog',
) {
  const anchor = useRef<HTMLElement | null>(null)
  const [own, setOwn] = useState(false)
  const [wanted, setWanted] = useState(false)
  const [byKeyboard, setByKeyboard] = useState(false)
  const open = controlled ?? own

  const change = (next: boolean, details?: OpenChangeDetails) => {
    if (!next && details && comesFrom(anchor.current, details.event)) return details.cancel()
    if (next) setWanted(true)
    setOwn(next)
    onOpenChange?.(next)
  }

  const door: PopupDoor = { open, byKeyboard, anchor, onOpenChange: change }
  const trigger = {
    ref: (element: HTMLElement | null) => {
      anchor.current = element
    },
    onClick: (press: Press) => {
      // A click that no pointer made has no clicks to count.
      setByKeyboard(press.detail === 0)
      change(!open)
    },
    onPointerEnter: preload,
    onFocus: preload,
    'aria-haspopup': kind,
    'aria-expanded': open,
  } as const
  return { door, trigger, wanted: wanted || open }
}

/** A press on the trigger closes by the trigger's own click; closing here too would reopen it. */
function comesFrom(anchor: HTMLElement | null, event: Event): boolean {
  const into = event instanceof FocusEvent ? event.relatedTarget : event.target
  const isPress = event instanceof FocusEvent || event instanceof MouseEvent
  return isPress && into instanceof Node && anchor?.contains(into) === true
}
