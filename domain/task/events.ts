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

/** Fields that every `task.created` stores; the others are stored only when they are not empty. */
type AlwaysStoredField = FieldsWith<'stored', 'always'>

/** The initial values of a task; the rest follows from the event's time and author. */
export type TaskSeed = Pick<Task, 'number' | 'statusId' | 'rank' | AlwaysStoredField> &
  Partial<
    Pick<Task, 'sprintId' | 'backlogRank' | Exclude<TaskField, AlwaysStoredField | 'reporter'>>
  > & {
    /**
     * The key it had in the project it was transferred from, and the values that were not
     * transferred.
     */
    movedFrom?: string
    droppedFields?: DroppedFields
  }

/** The names of the values that a task loses when it is transferred. */
export type DroppedFields = { [F in ListedField]?: string[] } & {
  sprint?: string
  /** Its relation to a parent. */
  parent?: true
}

/**
 * The events of a task. Their `from` values make each event readable, mergeable and undoable on its
 * own.
 */
export interface TaskEvents {
  'task.created': TaskSeed
  'task.edited': { set?: ScalarChanges; sets?: SetChanges }
  'task.moved': {
    from: StatusId
    to: StatusId
    rank: string
    fromRank: string
    /** The changes made by the transition's post-functions. */
    set?: ScalarChanges
    sets?: SetChanges
  }
  /** A move to another sprint or the backlog, or only to another rank in the backlog order. */
  'task.planned': { from: Id | null; to: Id | null; fromRank: string; rank: string }
  /** `movedTo` is the task that replaced it in another project, after a transfer. */
  'task.archived': {
    statusId: StatusId
    movedTo?: { projectId: Id; taskId: Id; droppedFields?: DroppedFields }
  }
  /** `from` is the status it was archived in. */
  'task.restored': { from: StatusId; statusId: StatusId; rank: string; archivedAt: Instant }
  'comment.added': { commentId: Id; body: string }
  'comment.edited': { commentId: Id; from: string; to: string }
  /** The text that was deleted; events of earlier versions of Concord lack it. */
  'comment.deleted': { commentId: Id; body?: string }
  /** A deleted comment with its former text. */
  'comment.restored': { commentId: Id; body: string }
}
