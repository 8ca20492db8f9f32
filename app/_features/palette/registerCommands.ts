import type { PaletteGroup } from '@/app/_ui/CommandPalette'

type CommandSource = () => PaletteGroup[]
const commandSources: CommandSource[] = []

/**
 * Adds commands to the palette, before those of the workspace. `source` is called each time the
 * palette opens. Returns a function that removes them.
 */
export function registerCommands(source: CommandSource): () => void {
  commandSources.push(source)
  return () => {
    commandSources.splice(commandSources.indexOf(source), 1)
  }
}

/** Returns all commands that pages currently offer. Merges groups with the same title. */
export function registeredCommands(): PaletteGroup[] {
  const groups = new Map<string, PaletteGroup>()
  for (const group of commandSources.toReversed().flatMap((source) => source())) {
    const existing = groups.get(group.title)
    if (existing) existing.commands.push(...group.commands)
    else groups.set(group.title, { ...group, commands: [...group.commands] })
  }
  return [...groups.values()]
}
