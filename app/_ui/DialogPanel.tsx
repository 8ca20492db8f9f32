'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { cx } from './cx'
import type { DialogProps } from './Dialog'
import { IconButton } from './IconButton'
import { escapeIsHeld, overlayMark, veil } from './overlay'

const widths = { small: 'md:max-w-100', normal: 'md:max-w-140', wide: 'md:max-w-180' }

/** The window half of Dialog. */
export function DialogPanel(props: DialogProps) {
  const { open, onOpenChange, title, description, children, footer, kind = 'dialog' } = props
  return (
    <Dialog.Root
      open={open}
      disablePointerDismissal={kind === 'alert'}
      onOpenChange={(next, details) => {
        if (details.reason === 'escape-key' && escapeIsHeld(details.event)) return details.cancel()
        onOpenChange(next)
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={veil} />
        <Dialog.Viewport className="fixed inset-0 z-50 grid items-end md:items-start md:p-6 md:pt-[12dvh]">
          <Dialog.Popup
            {...overlayMark}
            role={kind === 'alert' ? 'alertdialog' : 'dialog'}
            initialFocus={props.focusFirst}
            className={cx(
              'mx-auto flex max-h-[92dvh] w-full flex-col overflow-hidden bg-raised text-text outline-none md:max-h-[76dvh]',
              'rounded-t-overlay border border-line shadow-float md:rounded-overlay',
              'transition-[opacity,translate] data-starting-style:translate-y-1 data-starting-style:opacity-0 data-ending-style:opacity-0',
              widths[props.width ?? 'normal'],
            )}
          >
            <header
              className={cx(
                props.hideTitle ? 'sr-only' : 'flex items-start gap-2 pt-3 pr-3 pb-2 pl-4',
              )}
            >
              <div className="min-w-0 grow pt-1">
                <Dialog.Title className="text-read font-semibold">{title}</Dialog.Title>
                {description ? (
                  <Dialog.Description className="mt-0.5 text-muted">
                    {description}
                  </Dialog.Description>
                ) : null}
              </div>
              <Dialog.Close
                render={<IconButton size="small" label="Close" icon={<X className="size-4" />} />}
              />
            </header>
            <div
              className={cx('min-h-0 grow overflow-y-auto', !props.hideTitle && 'px-4 pt-1 pb-4')}
            >
              {children}
            </div>
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
                {footer}
              </footer>
            ) : null}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
