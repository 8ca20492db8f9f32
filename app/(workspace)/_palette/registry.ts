import type { CommandGroup } from '@/app/_ui/CommandPalette'

type Offer = () => CommandGroup[]
const offers: Offer[] = []

/**
 * Puts further commands into the palette, before those of the workspace, while a page is open;
 * `offer` is asked each time the palette opens. Gives back what takes them out again.
 */
export function offerCommands(offer: Offer): () => void {
  offers.push(offer)
  return () => {
    offers.splice(offers.indexOf(offer), 1)
  }
}

/** All that pages offer now; groups of the same title are one. */
export function offeredCommands(): CommandGroup[] {
  const groups = new Map<string, CommandGroup>()
  for (const group of offers.toReversed().flatMap((offer) => offer())) {
    const known = groups.get(group.title)
    if (known) known.commands.push(...group.commands)
    else groups.set(group.title, { ...group, commands: [...group.commands] })
  }
  return [...groups.values()]
}
