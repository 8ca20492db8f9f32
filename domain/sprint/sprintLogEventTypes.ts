import type { EventType } from '../events'

/**
 * For each event type, whether sprint reports read it: `trackEvent` or `lifecycleEventsOf` does
 * something with it. A new event type is a compile error here, as it is there.
 */
const IS_READ: Record<EventType, boolean> = {
  'project.created': true,
  'project.renamed': false,
  'project.parallelSprintsChanged': false,
  'status.added': true,
  'status.edited': true,
  'status.moved': false,
  'status.removed': false,
  'status.restored': false,
  'sprint.created': false,
  'sprint.imported': true,
  'sprint.edited': false,
  'sprint.moved': false,
  'sprint.started': true,
  'sprint.completed': true,
  'sprint.reopened': true,
  'sprint.removed': false,
  'sprint.restored': false,
  'sprint.capacityChanged': false,
  'component.added': false,
  'component.edited': false,
  'component.removed': false,
  'component.restored': false,
  'version.added': false,
  'version.edited': false,
  'version.removed': false,
  'version.restored': false,
  'task.created': true,
  'task.edited': true,
  'task.moved': true,
  'task.planned': true,
  'task.archived': true,
  'task.restored': true,
  'comment.added': false,
  'comment.edited': false,
  'comment.deleted': false,
  'comment.restored': false,
  'worklog.added': false,
  'worklog.edited': false,
  'worklog.deleted': false,
  'conflict.detected': false,
  'conflict.resolved': false,
}

/** The event types that sprint reports read. */
export const SPRINT_LOG_EVENT_TYPES = (Object.keys(IS_READ) as EventType[]).filter(
  (type) => IS_READ[type],
)
