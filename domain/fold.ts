import { type Comment, evolveComment } from './comment/comment'
import { type Conflict, conflictId, evolveConflict } from './conflict/conflict'
import type { LoggedEvent } from './events'
import { evolveProject } from './project/evolve'
import type { Project } from './project/project'
import { evolveTask } from './task/evolve'
import type { Task } from './task/task'
import type { Id } from './words'
import { evolveWorklog, type Worklog } from './worklog/worklog'

/** A whole project as its log tells it. */
export interface Folded {
  seq: number
  project: Project | undefined
  tasks: Map<Id, Task>
  comments: Map<Id, Comment>
  worklogs: Map<Id, Worklog>
  conflicts: Map<Id, Conflict>
}

/** A project before its first event. */
export function nothing(): Folded {
  return {
    seq: 0,
    project: undefined,
    tasks: new Map(),
    comments: new Map(),
    worklogs: new Map(),
    conflicts: new Map(),
  }
}

/**
 * Takes one more event into a fold, which it changes in place: replaying a million events must
 * not copy a map a million times. Events at or before `seq` are old and do nothing.
 */
export function fold(state: Folded, event: LoggedEvent): Folded {
  if (event.seq <= state.seq) return state
  state.seq = event.seq
  state.project = evolveProject(state.project, event)
  if (event.taskId)
    keep(state.tasks, event.taskId, evolveTask(state.tasks.get(event.taskId), event))
  const comment = 'commentId' in event.data ? event.data.commentId : undefined
  if (comment) keep(state.comments, comment, evolveComment(state.comments.get(comment), event))
  const worklog = 'worklogId' in event.data ? event.data.worklogId : undefined
  if (worklog) keep(state.worklogs, worklog, evolveWorklog(state.worklogs.get(worklog), event))
  const conflict = conflictId(event)
  if (conflict)
    keep(state.conflicts, conflict, evolveConflict(state.conflicts.get(conflict), event))
  return state
}

function keep<T>(map: Map<Id, T>, id: Id, value: T | undefined): void {
  if (value) map.set(id, value)
}
