import { isTagged, type Tag } from '../catalog/catalog'
import type { LoggedEvent } from '../events'
import type { Id } from '../words'

/** The component or version that an event brought in: it goes again only where no task has it. */
export function comingIn({ type, data }: LoggedEvent): Id[] {
  if (type === 'component.added' || type === 'component.restored') return [data.componentId]
  return type === 'version.added' || type === 'version.restored' ? [data.versionId] : []
}

/** Every task that has a component or version which some events brought in. */
export function carriersOf<T extends Record<Tag, readonly Id[]>>(
  events: readonly LoggedEvent[],
  tasks: Iterable<T>,
) {
  const ids = events.flatMap(comingIn)
  if (ids.length === 0) return []
  return [...tasks].filter((task) => ids.some((id) => isTagged(task, id)))
}
