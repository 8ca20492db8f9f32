import type { StoredEvent } from '@/domain/events'
import type { event } from './schema/eventLog'

/** A row of the log without the time when it was stored. */
type EventRow = Omit<typeof event.$inferSelect, 'recordedAt'>

/**
 * Returns the event of a row. A column's type cannot express that `type` and `data` belong
 * together: this was checked when the event was decided, and the golden log test guards it. This is
 * the only cast of a row; validating each row would cost more than reading it.
 */
export const toStoredEvent = (row: EventRow): StoredEvent => row as StoredEvent
