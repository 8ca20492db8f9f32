import type { LoggedEvent } from '../events'
import type { Id } from '../words'

type Carrier = { components: readonly Id[]; fixVersions: readonly Id[] }

/** The component or version that an event brought in: it goes again only where no task has it. */
export function comingIn({ type, data }: LoggedEvent): Id[] {
  if (type === 'component.added' || type === 'component.restored') return [data.componentId]
  return type === 'version.added' || type === 'version.restored' ? [data.versionId] : []
}

/** Every task that has a component or version which some events brought in. */
export function carriersOf<T extends Carrier>(events: readonly LoggedEvent[], tasks: Iterable<T>) {
  const ids = events.flatMap(comingIn)
  if (ids.length === 0) return []
  const has =
    ({ components, fixVersions }: Carrier) =>
    (id: Id) =>
      components.includes(id) || fixVersions.includes(id)
  return [...tasks].filter((task) => ids.some(has(task)))
}
