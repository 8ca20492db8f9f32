import {
  type ComponentOrVersionField,
  hasComponentOrVersion,
} from '../component/componentsAndVersions'
import type { StoredEvent } from '../events'
import type { Id } from '../kernel/primitives'

/** The component or version that an event brought in: it goes again only where no task has it. */
export function introducedIds({ type, data }: StoredEvent): Id[] {
  if (type === 'component.added' || type === 'component.restored') return [data.componentId]
  return type === 'version.added' || type === 'version.restored' ? [data.versionId] : []
}

/** Every task that has a component or version which some events brought in. */
export function affectedTasksOf<T extends Record<ComponentOrVersionField, readonly Id[]>>(
  events: readonly StoredEvent[],
  tasks: Iterable<T>,
) {
  const ids = events.flatMap(introducedIds)
  if (ids.length === 0) return []
  return [...tasks].filter((task) => ids.some((id) => hasComponentOrVersion(task, id)))
}
