'use client'

import type { ReactNode, RefObject } from 'react'
import { useState } from 'react'
import { lazyComponent } from './lazyComponent'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** One sentence below the title. */
  description?: ReactNode
  children?: ReactNode
  /** The buttons; the main action comes last. */
  footer?: ReactNode
  /** 400, 560 or 720 px on a desktop; always full width on a phone. */
  width?: 'small' | 'normal' | 'wide'
  /** Shows the title only to screen readers. */
  hideTitle?: boolean
  /** `alert`: asks before something that cannot be undone; a press outside does not close it. */
  kind?: 'dialog' | 'alert'
  /** Receives the focus first. Defaults to the first field. */
  initialFocus?: RefObject<HTMLElement | null>
}

const DialogPanel = lazyComponent(
  () => import('./DialogPanel').then((module) => module.DialogPanel),
  {
    buffersKeys: true,
  },
)

/** Loads the code of dialogs before one is needed. */
export const preloadDialog = DialogPanel.preload

/** A modal dialog. Holds the focus until it is closed; Esc closes it. */
export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.open)
  if (props.open && !wasOpened) setWasOpened(true)
  return wasOpened ? <DialogPanel {...props} /> : null
}
