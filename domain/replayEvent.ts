import { applyEvent, type EventTarget } from './applyEvent'
import type { Comment } from './comment/comment'
import type { Conflict } from './conflict/conflict'
import type { StoredEvent } from './events'
import type { Id } from './kernel/primitives'
import type { Task } from './task/task'
import type { Worklog } from './worklog/worklog'

/** The state of a whole project, rebuilt from its log. */
export interface ProjectState extends EventTarget {
  seq: number
  tasks: Map<Id, Task>
  comments: Map<Id, Comment>
  worklogs: Map<Id, Worklog>
  conflicts: Map<Id, Conflict>
}

/** Returns the state of a project before its first event. */
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

/** Applies one event of the log to a state. Ignores events at or before `seq`. */
export function replayEvent(state: ProjectState, event: StoredEvent): ProjectState {
  if (event.seq <= state.seq) return state
  state.seq = event.seq
  applyEvent(state, event)
  return state
}
