'use client'

import { Dialog } from '@base-ui/react/dialog'
import { useRef } from 'react'
import { cx } from './cx'
import { isEscapeHandledByField } from './overlay'
import type { SheetProps } from './Sheet'
import { PHONE_QUERY, useMediaQuery } from './useMediaQuery'

/** The panel of Sheet. */
export function SheetPanel({ open, onOpenChange, label, children }: SheetProps) {
  const panel = useRef<HTMLDivElement>(null)
  const isModal = useMediaQuery(PHONE_QUERY)
  return (
    <Dialog.Root
      open={open}
      modal={isModal}
      disablePointerDismissal
      onOpenChange={(next, details) => {
        if (details.reason === 'escape-key' && isEscapeHandledByField(details.event))
          return details.cancel()
        onOpenChange(next)
      }}
    >
      <Dialog.Portal>
        <Dialog.Popup
          ref={panel}
          aria-label={label}
          initialFocus={panel}
          className={cx(
            'fixed inset-y-0 right-0 z-30 w-full overflow-y-auto bg-raised text-text outline-none md:w-panel md:max-w-[calc(100vw-3rem)]',
            'border-line shadow-float md:border-l',
            'transition-[opacity,translate] data-starting-style:translate-x-4 data-starting-style:opacity-0',
            'data-ending-style:translate-x-4 data-ending-style:opacity-0',
          )}
        >
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
