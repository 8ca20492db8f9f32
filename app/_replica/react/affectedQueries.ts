import type { EventType, StoredEvent } from '@/domain/events'

/**
 * Kinds of queries that events may make outdated: sums of sprints and versions, the progress of
 * components and versions, logged and estimated time including descendants, and relations of tasks.
 */
export type QueryKind = 'totals' | 'progress' | 'time' | 'relations'

/**
 * The kinds of queries that each type of event may change. Board, backlog and replica follow events
 * themselves.
 */
const AFFECTED_QUERIES: Record<EventType, readonly QueryKind[]> = {
  'task.created': ['totals', 'progress', 'time', 'relations'],
  'task.edited': ['totals', 'progress', 'time', 'relations'],
  'task.moved': ['totals', 'progress', 'time', 'relations'],
  'task.planned': ['totals', 'progress'],
  'task.archived': ['totals', 'progress', 'time', 'relations'],
  'task.restored': ['totals', 'progress', 'time', 'relations'],
  'comment.added': [],
  'comment.edited': [],
  'comment.deleted': [],
  'comment.restored': [],
  'worklog.added': ['totals', 'time'],
  'worklog.edited': ['totals', 'time'],
  'worklog.deleted': ['totals', 'time'],
  'project.created': [],
  'project.renamed': [],
  'project.parallelSprintsChanged': [],
  'status.added': ['totals'],
  'status.edited': ['totals', 'progress', 'relations'],
  'status.moved': ['totals'],
  'status.removed': ['totals', 'progress'],
  'status.restored': ['totals', 'progress'],
  'sprint.created': ['totals'],
  'sprint.imported': ['totals'],
  'sprint.edited': ['totals'],
  'sprint.moved': ['totals'],
  'sprint.started': ['totals'],
  'sprint.completed': ['totals'],
  'sprint.reopened': ['totals'],
  'sprint.removed': ['totals'],
  'sprint.restored': ['totals'],
  'sprint.capacityChanged': ['totals'],
  'component.added': [],
  'component.edited': [],
  'component.removed': ['progress'],
  'component.restored': ['progress'],
  'version.added': ['totals'],
  'version.edited': ['totals'],
  'version.removed': ['totals', 'progress'],
  'version.restored': ['totals', 'progress'],
  'conflict.detected': [],
  'conflict.resolved': [],
}

/** Returns true when an event may have changed the results of a kind of queries. */
export const mayAffect = (kind: QueryKind, { type }: StoredEvent): boolean =>
  AFFECTED_QUERIES[type]?.includes(kind) ?? false
