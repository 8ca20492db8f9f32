import { type Comment, evolveComment } from './comment/comment'
import { type Conflict, conflictIdOf, evolveConflict } from './conflict/conflict'
import type { StoredEvent } from './events'
import type { Id } from './kernel/primitives'
import { evolveProject } from './project/evolve'
import type { Project } from './project/project'
import { evolveTask } from './task/evolve'
import type { Task } from './task/task'
import { evolveWorklog, type Worklog } from './worklog/worklog'

/** A whole project as its log tells it. */
export interface ProjectState {
  seq: number
  project: Project | undefined
  tasks: Map<Id, Task>
  comments: Map<Id, Comment>
  worklogs: Map<Id, Worklog>
  conflicts: Map<Id, Conflict>
}

/** A project before its first event. */
export function initialState(): ProjectState {
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
export function applyEvent(state: ProjectState, event: StoredEvent): ProjectState {
  if (event.seq <= state.seq) return state
  state.seq = event.seq
  state.project = evolveProject(state.project, event)
  if (event.taskId)
    setIfDefined(state.tasks, event.taskId, evolveTask(state.tasks.get(event.taskId), event))
  const commentId = 'commentId' in event.data ? event.data.commentId : undefined
  if (commentId)
    setIfDefined(state.comments, commentId, evolveComment(state.comments.get(commentId), event))
  const worklogId = 'worklogId' in event.data ? event.data.worklogId : undefined
  if (worklogId)
    setIfDefined(state.worklogs, worklogId, evolveWorklog(state.worklogs.get(worklogId), event))
  const conflict = conflictIdOf(event)
  if (conflict)
    setIfDefined(state.conflicts, conflict, evolveConflict(state.conflicts.get(conflict), event))
  return state
}

function setIfDefined<T>(map: Map<Id, T>, id: Id, value: T | undefined): void {
  if (value) map.set(id, value)
}
