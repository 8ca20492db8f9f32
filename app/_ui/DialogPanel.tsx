'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { cx } from './cx'
import type { DialogProps } from './Dialog'
import { IconButton } from './IconButton'
import {
  backdropClasses,
  dialogAttribute,
  isEscapeHandledByField,
  overlayAttribute,
} from './overlay'

const widths = { small: 'md:max-w-100', normal: 'md:max-w-140', wide: 'md:max-w-180' }
const fieldSelector = 'input:not([type=hidden]):not(:disabled), textarea, select'
const dialogClasses = [
  'relative mx-auto flex max-h-[92dvh] w-full flex-col overflow-hidden bg-raised text-text',
  'rounded-t-overlay border border-line shadow-float outline-none',
  'md:max-h-[76dvh] md:rounded-overlay',
  'transition-[opacity,translate] data-starting-style:translate-y-1',
  'data-starting-style:opacity-0 data-ending-style:opacity-0',
].join(' ')

/** The window of Dialog. */
export function DialogPanel(props: DialogProps) {
  const { open, onOpenChange, title, description, footer, hideTitle, kind = 'dialog' } = props
  const popup = useRef<HTMLDivElement>(null)
  // Focuses the first field, so that one can type at once. On touch this would raise the keyboard.
  const initialFocusOf = (interaction: string) =>
    props.initialFocus?.current ??
    (interaction === 'touch' ? null : popup.current?.querySelector<HTMLElement>(fieldSelector)) ??
    popup.current ??
    true
  return (
    <Dialog.Root
      open={open}
      disablePointerDismissal={kind === 'alert'}
      onOpenChange={(next, details) => {
        if (details.reason === 'escape-key' && isEscapeHandledByField(details.event))
          return details.cancel()
        onOpenChange(next)
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClasses} />
        <Dialog.Viewport className="fixed inset-0 z-50 grid items-end md:items-start md:p-6 md:pt-[12dvh]">
          <Dialog.Popup
            {...overlayAttribute}
            {...dialogAttribute}
            ref={popup}
            role={kind === 'alert' ? 'alertdialog' : 'dialog'}
            initialFocus={initialFocusOf}
            className={cx(dialogClasses, widths[props.width ?? 'normal'])}
          >
            <header className={hideTitle ? 'sr-only' : 'py-3 pr-12 pl-4'}>
              <Dialog.Title className="text-body font-semibold">{title}</Dialog.Title>
              {description ? (
                <Dialog.Description className="mt-0.5 text-muted">{description}</Dialog.Description>
              ) : null}
            </header>
            <div className={cx('min-h-0 grow overflow-y-auto', !hideTitle && 'px-4 pb-4')}>
              {props.children}
            </div>
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
                {footer}
              </footer>
            ) : null}
            <Dialog.Close
              render={<IconButton size="small" label="Close" icon={<X className="size-4" />} />}
              className={
                hideTitle
                  ? 'sr-only focus:not-sr-only focus:absolute focus:top-2.5 focus:right-2.5'
                  : 'absolute top-2.5 right-2.5'
              }
            />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
