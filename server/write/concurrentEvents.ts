import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'

/**
 * The newest events on each task and (under null) on the project in order, including those of the
 * batch.
 */
export class ConcurrentEvents {
  private readonly eventsBySubject = new Map<Id | null, StoredEvent[]>()

  add(event: StoredEvent): void {
    if (event.version === null) return
    const events = this.eventsBySubject.get(event.taskId)
    if (events) events.push(event)
    else this.eventsBySubject.set(event.taskId, [event])
  }

  /** Returns the events on a task (null: on the project) after a version. */
  afterVersion(taskId: Id | null, version: number): readonly StoredEvent[] {
    const events = this.eventsBySubject.get(taskId)
    return events ? events.filter((event) => (event.version ?? 0) > version) : NO_EVENTS
  }
}

const NO_EVENTS: readonly StoredEvent[] = []
