import type { NewEvent, StoredEvent } from './events'
import type { Id, Instant } from './kernel/primitives'

/** Where and from whom an event enters the log. */
export interface EventMetadata {
  projectId: Id
  seq: number
  actor: { id: Id }
  at: Instant
  commandId: Id
  clientId: Id
}

/** The event as the log holds it: in its place, with its author and time. */
export function toStoredEvent(event: NewEvent, metadata: EventMetadata): StoredEvent {
  const { type, taskId, version, data, imported } = event
  return {
    projectId: metadata.projectId,
    seq: metadata.seq,
    taskId,
    version,
    type,
    actor: imported?.actor ?? metadata.actor.id,
    at: imported?.at ?? metadata.at,
    commandId: metadata.commandId,
    clientId: metadata.clientId,
    imported: imported !== undefined,
    data,
  } as StoredEvent
}
