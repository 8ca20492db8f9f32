'use client'

import { type ReactNode, useState } from 'react'
import { lazyComponent } from './lazyComponent'

export type SheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Accessible name of the panel; the visible title is part of `children`. */
  label: string
  children: ReactNode
}

const SheetPanel = lazyComponent(() => import('./SheetPanel').then((module) => module.SheetPanel))

/** Loads the code of the sheet before it is needed, for example when a card is hovered. */
export const preloadSheet = SheetPanel.preload

/**
 * A panel of 640 px on the right. On a desktop the page behind it stays usable. On a phone it
 * covers the page. Esc closes it, except while a field in it is being edited.
 */
export function Sheet(props: SheetProps) {
  const [wasOpened, setWasOpened] = useState(props.open)
  if (props.open && !wasOpened) setWasOpened(true)
  return wasOpened ? <SheetPanel {...props} /> : null
}
