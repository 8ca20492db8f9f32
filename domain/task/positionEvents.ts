import type { EventType, StoredEvent, TaskEventType } from '../events'

/** What an event says about the positions of its task. */
interface PositionChange {
  /** It gives the task a position in a column: a status and a rank. */
  column?: true
  /** It gives the task a position in the backlog order: a section and a rank. */
  backlog?: true
  /** It changes nothing else, unless it contains changes of fields. */
  onlyPosition?: true
}

const POSITION_CHANGES: Record<TaskEventType, PositionChange> = {
  'task.created': { column: true, backlog: true },
  'task.edited': {},
  'task.moved': { column: true, onlyPosition: true },
  'task.planned': { backlog: true, onlyPosition: true },
  'task.archived': {},
  'task.restored': { column: true },
  'comment.added': {},
  'comment.edited': {},
  'comment.deleted': {},
  'comment.restored': {},
  'worklog.added': {},
  'worklog.edited': {},
  'worklog.deleted': {},
}

function typesThatChange(change: keyof PositionChange): ReadonlySet<EventType> {
  const types = Object.keys(POSITION_CHANGES) as TaskEventType[]
  return new Set(types.filter((type) => POSITION_CHANGES[type][change]))
}

/** The types of the events that give a task a position in a column. */
export const COLUMN_EVENT_TYPES = typesThatChange('column')

/** The types of the events that give a task a position in the backlog order. */
export const BACKLOG_EVENT_TYPES = typesThatChange('backlog')

const POSITION_ONLY_TYPES = typesThatChange('onlyPosition')

/** Returns whether an event changes only positions of a task. */
export const changesOnlyPosition = ({ type, data }: StoredEvent): boolean =>
  POSITION_ONLY_TYPES.has(type) && !('set' in data) && !('sets' in data)
