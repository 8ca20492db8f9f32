import type { NewEvent, StoredEvent } from './events'
import type { Id, Instant } from './kernel/primitives'

/** The metadata that an event gets when it enters the log. */
export interface EventMetadata {
  projectId: Id
  seq: number
  actor: { id: Id }
  at: Instant
  commandId: Id
  clientId: Id
}

/** Returns the event with its metadata, as stored in the log. */
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
