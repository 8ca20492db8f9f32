import type { StoredEvent } from '@/domain/events'
import type { event } from './schema/eventLog'

/** A row of the log without the time at which it was written down. */
type EventRow = Omit<typeof event.$inferSelect, 'recordedAt'>

/**
 * An event from its row. A column's type cannot say that `type` and `data` belong together: that they
 * do was checked when the event was decided, and the golden log keeps it so. It is the only row whose
 * type is claimed by a cast; checking each one when it is read would cost more than reading it.
 */
export const toStoredEvent = (row: EventRow): StoredEvent => row as StoredEvent
