import type { Id, Instant, StatusId } from '../kernel/primitives'
import type {
  FieldsWith,
  ListedField,
  ScalarField,
  SetField,
  TaskField,
  TaskFieldValues,
} from './fields'
import type { Task } from './task'

export type ScalarChanges = {
  [F in ScalarField]?: { from: TaskFieldValues[F]; to: TaskFieldValues[F] }
}
export type SetChanges = { [F in SetField]?: { added: string[]; removed: string[] } }

/** Fields that every `task.created` holds; the others only where the task has something in them. */
type AlwaysStoredField = FieldsWith<'stored', 'always'>

/** What a new task starts with; the rest follows from the event's own time and author. */
export type TaskSeed = Pick<Task, 'number' | 'statusId' | 'rank' | AlwaysStoredField> &
  Partial<
    Pick<Task, 'sprintId' | 'backlogRank' | Exclude<TaskField, AlwaysStoredField | 'reporter'>>
  > & {
    /** The key that it had in the project it came from, and what of it could not come along. */
    movedFrom?: string
    droppedFields?: DroppedFields
  }

/** What a task leaves behind in the project that it goes from, by name. */
export type DroppedFields = { [F in ListedField]?: string[] } & {
  sprint?: string
  /** Its place below a parent. */
  parent?: true
}

/** What can happen to a task. `from` values make an event readable, mergeable and undoable alone. */
export interface TaskEvents {
  'task.created': TaskSeed
  'task.edited': { set?: ScalarChanges; sets?: SetChanges }
  'task.moved': {
    from: StatusId
    to: StatusId
    rank: string
    fromRank: string
    /** What the transition set by itself. */
    set?: ScalarChanges
    sets?: SetChanges
  }
  /** Into another sprint or the backlog, or only to another place in the planning order. */
  'task.planned': { from: Id | null; to: Id | null; fromRank: string; rank: string }
  /** `movedTo`: where it went on living, where it has gone to another project. */
  'task.archived': {
    statusId: StatusId
    movedTo?: { projectId: Id; taskId: Id; droppedFields?: DroppedFields }
  }
  /** `from` is the status it was archived in. */
  'task.restored': { from: StatusId; statusId: StatusId; rank: string; archivedAt: Instant }
  'comment.added': { commentId: Id; body: string }
  'comment.edited': { commentId: Id; from: string; to: string }
  /** `body` as it was: events from before do not tell. */
  'comment.deleted': { commentId: Id; body?: string }
  /** Back as it was before it was deleted. */
  'comment.restored': { commentId: Id; body: string }
}
