import type { Id, Instant, StatusId } from '../kernel/primitives'
import type { ScalarField, SetField, Task, TaskScalars } from './task'

export type ScalarChanges = { [F in ScalarField]?: { from: TaskScalars[F]; to: TaskScalars[F] } }
export type SetChanges = { [F in SetField]?: { added: string[]; removed: string[] } }

/** What a new task starts with; the rest follows from the event's own time and author. */
export type TaskSeed = Pick<
  Task,
  | 'number'
  | 'type'
  | 'title'
  | 'description'
  | 'statusId'
  | 'rank'
  | 'priority'
  | 'assignees'
  | 'labels'
  | 'links'
  | 'estimate'
  | 'dueDate'
> &
  Partial<OptionalSeedFields> & {
    /** The key that it had in the project it came from, and what of it has no place here. */
    movedFrom?: string
    droppedFields?: DroppedFields
  }

/** What a task leaves behind in the project that it goes from, by name. */
export interface DroppedFields {
  sprint?: string
  components?: string[]
  fixVersions?: string[]
  affectedVersions?: string[]
  /** Its place below a parent. */
  parent?: true
}

/** What later kinds of task have from the start; events from before know nothing of it. */
type OptionalSeedFields = Pick<
  Task,
  | 'sprintId'
  | 'backlogRank'
  | 'parentId'
  | 'components'
  | 'fixVersions'
  | 'affectedVersions'
  | 'resolution'
  | 'originalEstimate'
  | 'remainingEstimate'
>

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
