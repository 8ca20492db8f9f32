import type { StoredEvent } from '../events'
import type { Id } from '../kernel/primitives'

/**
 * Returns the component or version that an event added. Undoing it is only possible when no task
 * has it.
 */
export function introducedIds({ type, data }: StoredEvent): Id[] {
  if (type === 'component.added' || type === 'component.restored') return [data.componentId]
  return type === 'version.added' || type === 'version.restored' ? [data.versionId] : []
}
