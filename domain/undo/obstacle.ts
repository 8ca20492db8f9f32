import type { LoggedEvent } from '../events'
import type { Obstacle } from './commands'

/** Why an event cannot be taken back; null when it was, or is so already. */
export type Blocked = Obstacle | null

/** An event that stays as it is, with the reason and, where there is one, the later change. */
export function obstacle(
  event: LoggedEvent,
  message: string,
  field: string | null = null,
  later?: LoggedEvent,
): Obstacle {
  const by = later && { by: later.actor, at: later.at, seq: later.seq }
  return { taskId: event.taskId, field, message, ...by }
}
