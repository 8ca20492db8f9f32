import { type Comment, evolveComment } from './comment/comment'
import { type Conflict, conflictIdOf, evolveConflict } from './conflict/conflict'
import type { StoredEvent, TaskEvent } from './events'
import { assertNever } from './kernel/assertNever'
import type { Id } from './kernel/primitives'
import { evolveProject } from './project/evolve'
import type { Project } from './project/project'
import { evolveTask } from './task/evolve'
import type { Task } from './task/task'
import { evolveWorklog, type Worklog } from './worklog/worklog'

/** A store of the entities of one kind. */
export interface EntityStore<T> {
  get(id: Id): T | undefined
  set(id: Id, entity: T): unknown
}

/** The state of a project that events change: all of it, or a part. */
export interface EventTarget {
  project: Project | undefined
  readonly tasks: EntityStore<Task>
  readonly comments: EntityStore<Comment>
  readonly worklogs: EntityStore<Worklog>
  readonly conflicts: EntityStore<Conflict>
}

/**
 * Applies an event to the state of a project, in place: replaying a million events must not copy a
 * map a million times. Server batch, replica, undo, import and replay all use it.
 */
export function applyEvent(target: EventTarget, event: StoredEvent): void {
  target.project = evolveProject(target.project, event)
  if (event.version === null) {
    update(target.conflicts, conflictIdOf(event), event, evolveConflict)
    return
  }
  if (event.taskId !== null) applyTaskEvent(target, event)
}

/** Applies an event to a task, and to the comment or worklog of it that the event changes. */
export function applyTaskEvent(
  { tasks, comments, worklogs }: Pick<EventTarget, 'tasks' | 'comments' | 'worklogs'>,
  event: TaskEvent,
): void {
  update(tasks, event.taskId, event, evolveTask)
  switch (event.type) {
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
    case 'comment.restored':
      update(comments, event.data.commentId, event, evolveComment)
      break
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
      update(worklogs, event.data.worklogId, event, evolveWorklog)
      break
    case 'task.created':
    case 'task.edited':
    case 'task.moved':
    case 'task.planned':
    case 'task.archived':
    case 'task.restored':
      break
    default:
      assertNever(event, undefined)
  }
}

function update<T, E extends StoredEvent>(
  store: EntityStore<T>,
  id: Id,
  event: E,
  evolve: (entity: T | undefined, event: E) => T | undefined,
): void {
  const before = store.get(id)
  const after = evolve(before, event)
  if (after && after !== before) store.set(id, after)
}
