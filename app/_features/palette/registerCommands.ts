import type { PaletteGroup } from '@/app/_ui/CommandPalette'

type CommandSource = () => PaletteGroup[]
const commandSources: CommandSource[] = []

/**
 * Puts further commands into the palette, before those of the workspace, while a page is open;
 * `offer` is asked each time the palette opens. Gives back what takes them out again.
 */
export function registerCommands(source: CommandSource): () => void {
  commandSources.push(source)
  return () => {
    commandSources.splice(commandSources.indexOf(source), 1)
  }
}

/** All that pages offer now; groups of the same title are one. */
export function registeredCommands(): PaletteGroup[] {
  const groups = new Map<string, PaletteGroup>()
  for (const group of commandSources.toReversed().flatMap((source) => source())) {
    const existing = groups.get(group.title)
    if (existing) existing.commands.push(...group.commands)
    else groups.set(group.title, { ...group, commands: [...group.commands] })
  }
  return [...groups.values()]
}
