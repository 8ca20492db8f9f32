import type { RefObject } from 'react'

/** Marks an overlay that keeps single-letter keys from the page behind it. */
export const overlayAttribute = { 'data-overlay': '' }

/** The style of all popups: menus, lists, popovers. */
export const floatingClasses =
  'rounded-overlay border border-line bg-raised text-text shadow-float outline-none ' +
  'origin-(--transform-origin) transition-[opacity,scale] ' +
  'data-starting-style:opacity-0 data-starting-style:scale-98 data-ending-style:opacity-0'

/** The placement of all popups beside their trigger. */
export const popupPlacement = { sideOffset: 4, collisionPadding: 8, className: 'z-50' } as const

/** The style of a line in a menu or list. */
export const floatingItemClasses =
  'flex min-h-row w-full items-center gap-2 rounded-card px-2 text-ui outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:opacity-50'

/** The backdrop of a dialog. */
export const backdropClasses =
  'fixed inset-0 z-40 bg-backdrop transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0'

/**
 * Returns true when Esc was pressed in a field that handles it itself, such as one being edited in
 * place.
 */
export function isEscapeHandledByField(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-handles-escape]') !== null
}

/** Marks a dialog that holds the focus while it is open. */
export const dialogAttribute = { 'data-dialog': '' }

/**
 * Returns the focus to the trigger when a popup closes, unless the popup has opened a dialog that
 * holds the focus.
 */
export function returnFocusTo(anchor: RefObject<HTMLElement | null>) {
  return () => {
    const topDialog = [...document.querySelectorAll('[data-dialog][data-open]')].at(-1)
    return topDialog && !topDialog.contains(anchor.current) ? false : anchor.current
  }
}
