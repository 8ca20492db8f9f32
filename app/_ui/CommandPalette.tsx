'use client'

import { type ReactNode, useState } from 'react'
import { lazyComponent } from './lazyComponent'

export type PaletteCommand = {
  id: string
  label: string
  icon?: ReactNode
  /** The key that does the same without the palette. */
  keys?: string
  /** Quiet text at the end: the project, the status. */
  hint?: string
  /** Further words that find it. */
  keywords?: string[]
  run: () => void
}

export type PaletteGroup = { title: string; commands: PaletteCommand[] }

export type CommandPaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: PaletteGroup[]
  placeholder?: string
  /** Told what is typed, where more is asked of the server. */
  onSearch?: (text: string) => void
  /** More is on its way. */
  pending?: boolean
}

const CommandList = lazyComponent(
  () => import('./CommandPalettePanel').then((module) => module.CommandPalettePanel),
  {
    buffersKeys: true,
  },
)

/** Fetches the palette's code before it is needed. */
export const preloadPalette = CommandList.preload

/** Ctrl-K: everything one can go to or do, found by typing. */
export function CommandPalette(props: CommandPaletteProps) {
  const [wasOpened, setWasOpened] = useState(props.open)
  if (props.open && !wasOpened) setWasOpened(true)
  return wasOpened ? <CommandList {...props} /> : null
}
