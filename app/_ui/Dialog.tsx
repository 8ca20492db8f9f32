'use client'

import type { ReactNode, RefObject } from 'react'
import { useState } from 'react'
import { lazyComponent } from './lazyComponent'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** One sentence under the title. */
  description?: ReactNode
  children?: ReactNode
  /** The buttons, the one that goes on last. */
  footer?: ReactNode
  /** 400, 560 or 720 px on a desktop; always the whole width on a phone. */
  width?: 'small' | 'normal' | 'wide'
  /** Keeps the title for screen readers alone. */
  hideTitle?: boolean
  /** `alert`: asks before something that cannot be undone; a press beside it does not close it. */
  kind?: 'dialog' | 'alert'
  /** Where the focus goes first; the first field otherwise. */
  initialFocus?: RefObject<HTMLElement | null>
}

const DialogPanel = lazyComponent(
  () => import('./DialogPanel').then((module) => module.DialogPanel),
  {
    buffersKeys: true,
  },
)

/** Fetches the code of dialogs before one is needed. */
export const preloadDialog = DialogPanel.preload

/** A window over the page that holds the focus until it is closed; Esc closes it. */
export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.open)
  if (props.open && !wasOpened) setWasOpened(true)
  return wasOpened ? <DialogPanel {...props} /> : null
}
