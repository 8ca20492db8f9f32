'use client'

import { type ReactNode, useState } from 'react'
import { onDemand } from './onDemand'

export type Command = {
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

export type CommandGroup = { title: string; commands: Command[] }

export type CommandPaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: CommandGroup[]
  placeholder?: string
  /** Told what is typed, where more is asked of the server. */
  onSearch?: (text: string) => void
  /** More is on its way. */
  pending?: boolean
}

const CommandList = onDemand(() => import('./CommandList').then((part) => part.CommandList), {
  takesKeys: true,
})

/** Fetches the palette's code before it is needed. */
export const preloadPalette = CommandList.preload

/** Ctrl-K: everything one can go to or do, found by typing. */
export function CommandPalette(props: CommandPaletteProps) {
  const [wanted, setWanted] = useState(props.open)
  if (props.open && !wanted) setWanted(true)
  return wanted ? <CommandList {...props} /> : null
}
