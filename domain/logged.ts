import type { LoggedEvent, NewEvent } from './events'
import type { Id, Moment } from './words'

/** Where and from whom an event enters the log. */
export interface Entry {
  projectId: Id
  seq: number
  actor: { id: Id }
  at: Moment
  commandId: Id
  clientId: Id
}

/** The event as the log holds it: in its place, with its author and time. */
export function logged(event: NewEvent, entry: Entry): LoggedEvent {
  const { type, taskId, version, data, imported } = event
  return {
    projectId: entry.projectId,
    seq: entry.seq,
    taskId,
    version,
    type,
    actor: imported?.actor ?? entry.actor.id,
    at: imported?.at ?? entry.at,
    commandId: entry.commandId,
    clientId: entry.clientId,
    imported: imported !== undefined,
    data,
  } as LoggedEvent
}
