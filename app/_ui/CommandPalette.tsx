'use client'

import { type ReactNode, useState } from 'react'
import { lazyComponent } from './lazyComponent'

export type PaletteCommand = {
  id: string
  label: string
  icon?: ReactNode
  /** Keyboard shortcut of the command. */
  keys?: string
  /** Muted text at the end of the line, such as the project or the status. */
  hint?: string
  /** Further search terms. */
  keywords?: string[]
  run: () => void
}

export type PaletteGroup = { title: string; commands: PaletteCommand[] }

export type CommandPaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: PaletteGroup[]
  placeholder?: string
  /** Called with the typed text, when more commands are searched on the server. */
  onSearch?: (text: string) => void
  /** True while more commands are loading. */
  pending?: boolean
}

const CommandList = lazyComponent(
  () => import('./CommandPalettePanel').then((module) => module.CommandPalettePanel),
  {
    buffersKeys: true,
  },
)

/** Loads the palette's code before it is needed. */
export const preloadPalette = CommandList.preload

/** The command palette (Ctrl-K): finds every destination and action by typing. */
export function CommandPalette(props: CommandPaletteProps) {
  const [wasOpened, setWasOpened] = useState(props.open)
  if (props.open && !wasOpened) setWasOpened(true)
  return wasOpened ? <CommandList {...props} /> : null
}
