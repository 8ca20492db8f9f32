import type { RefObject } from 'react'

/** Marks what must keep single-letter keys from reaching the page behind it. */
export const overlayAttribute = { 'data-overlay': '' }

/** The look of everything that floats: menus, pickers, popovers. */
export const floatingClasses =
  'rounded-overlay border border-line bg-raised text-text shadow-float outline-none ' +
  'origin-(--transform-origin) transition-[opacity,scale] ' +
  'data-starting-style:opacity-0 data-starting-style:scale-98 data-ending-style:opacity-0'

/** Where everything that floats stands beside what opened it. */
export const popupPlacement = { sideOffset: 4, collisionPadding: 8, className: 'z-50' } as const

/** One line in a menu or picker. */
export const floatingItemClasses =
  'flex min-h-row w-full items-center gap-2 rounded-card px-2 text-ui outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:opacity-50'

/** The dimming behind a dialog. */
export const backdropClasses =
  'fixed inset-0 z-40 bg-backdrop transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0'

/** Whether Esc was pressed in a field that keeps it for itself, such as one being edited in place. */
export function isEscapeHandledByField(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-handles-escape]') !== null
}

/** Marks a window that takes the focus for itself while it is open. */
export const dialogAttribute = { 'data-dialog': '' }

/**
 * Where the focus goes when something that floats closes: back to what opened it. Not from a window
 * that it has led to, which has the focus by then.
 */
export function returnFocusTo(anchor: RefObject<HTMLElement | null>) {
  return () => {
    const topDialog = [...document.querySelectorAll('[data-dialog][data-open]')].at(-1)
    return topDialog && !topDialog.contains(anchor.current) ? false : anchor.current
  }
}
