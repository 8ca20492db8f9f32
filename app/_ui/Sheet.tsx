'use client'

import { type ReactNode, useState } from 'react'
import { lazyComponent } from './lazyComponent'

export type SheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Names the panel for screen readers; the visible title is part of `children`. */
  label: string
  children: ReactNode
}

const SheetPanel = lazyComponent(() => import('./SheetPanel').then((module) => module.SheetPanel))

/** Fetches the code of the sheet before it is needed, for example when a card is pointed at. */
export const preloadSheet = SheetPanel.preload

/**
 * A panel of 640 px at the right. On a desktop the page behind stays alive: it can be pressed,
 * dragged and scrolled. On a phone it covers the page. Esc closes it, except while a field in it
 * is being edited.
 */
export function Sheet(props: SheetProps) {
  const [wasOpened, setWasOpened] = useState(props.open)
  if (props.open && !wasOpened) setWasOpened(true)
  return wasOpened ? <SheetPanel {...props} /> : null
}
