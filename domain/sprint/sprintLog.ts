import {
  type EventOf,
  isSprintEvent,
  type SprintEvent,
  type StoredEvent,
  type TaskEvent,
} from '../events'
import { assertNever } from '../kernel/assertNever'
import type { Category, Id, Instant, StatusId } from '../kernel/primitives'
import type { Sprint } from './sprint'

/** A change of a task that matters to a sprint's report. */
export interface SprintTaskChange {
  sprintId: Id
  taskId: Id
  seq: number
  at: Instant
  actor: Id
  imported: boolean
  /** `archived` and `restored` tasks keep their sprint. */
  kind: 'in' | 'out' | 'archived' | 'restored' | 'estimated' | 'done' | 'undone'
  /** The sprint it came from or went to; null for the backlog. */
  otherSprintId: Id | null
  /** Its estimate after the change; null for none. */
  points: number | null
  /** True when it is done after the change. */
  done: boolean
}

/** A start, completion or reopening of a sprint. */
export interface LifecycleEvent {
  sprintId: Id
  type: 'started' | 'completed' | 'reopened'
  seq: number
  at: Instant
  actor: Id
  imported: boolean
  /** The last `seq` of the events by which the same command moved the unfinished tasks. */
  carryOverUntilSeq: number
}

/** The state of a task that is needed to interpret later events for its sprint. */
export interface TrackedTask {
  sprintId: Id | null
  /** Null when it was not loaded: only workflow changes need it. */
  statusId: StatusId | null
  points: number | null
  done: boolean
  archived: boolean
}

/** The state of a reader that follows a project's log. */
export interface TrackingState {
  /** The statuses in the category `done`. */
  doneStatuses: Set<StatusId>
  /** At least the tasks that are in a sprint or move into one. */
  tasks: Map<Id, TrackedTask>
}

/** Returns the state before a project's first event. */
export function initialTracking(): TrackingState {
  return { doneStatuses: new Set(), tasks: new Map() }
}

/** Returns the lifecycle events of sprints that an event contains. */
export function lifecycleEventsOf(event: StoredEvent): LifecycleEvent[] {
  return isSprintEvent(event) ? sprintLifecycleEvents(event) : []
}

function sprintLifecycleEvents(event: SprintEvent): LifecycleEvent[] {
  const { seq, at, actor, imported } = event
  const base = { seq, at, actor, imported, carryOverUntilSeq: seq }
  switch (event.type) {
    case 'sprint.started':
      return [{ ...base, sprintId: event.data.sprintId, type: 'started' }]
    case 'sprint.completed': {
      const { sprintId, notDone } = event.data
      return [{ ...base, sprintId, type: 'completed', carryOverUntilSeq: seq + notDone.length }]
    }
    case 'sprint.reopened':
      return [{ ...base, sprintId: event.data.sprintId, type: 'reopened' }]
    case 'sprint.imported':
      return importedLifecycleEvents(event.data.sprint).map((turn) => ({ ...base, ...turn }))
    case 'sprint.created':
    case 'sprint.edited':
    case 'sprint.moved':
    case 'sprint.removed':
    case 'sprint.restored':
    case 'sprint.capacityChanged':
      return []
    default:
      return assertNever(event, [])
  }
}

/**
 * Returns the lifecycle events of a sprint from before its import; none when their times are
 * unknown.
 */
function importedLifecycleEvents({ id: sprintId, state, startedAt, completedAt }: Sprint) {
  if (state === 'planned' || !startedAt) return []
  const started = { sprintId, type: 'started', at: startedAt, imported: true } as const
  if (state === 'active') return [started]
  return completedAt ? [started, { ...started, type: 'completed', at: completedAt } as const] : []
}

/**
 * Applies the next event of the log and returns the changes that it means for sprints. Mutates
 * `state`, because a replay is long. Events of tasks that are not tracked are ignored.
 */
export function trackEvent(state: TrackingState, event: StoredEvent): SprintTaskChange[] {
  switch (event.type) {
    case 'project.created':
      for (const { id, category } of event.data.statuses) setDoneStatus(state, id, category)
      return []
    case 'status.added':
      setDoneStatus(state, event.data.id, event.data.category)
      return []
    case 'status.edited':
      return trackCategoryChange(state, event)
    case 'task.created': {
      const { estimate, statusId, sprintId = null } = event.data
      const done = state.doneStatuses.has(statusId)
      const task = { sprintId, statusId, points: estimate, done, archived: false }
      state.tasks.set(event.taskId, task)
      return changesFor(task, event, 'in')
    }
    case 'task.edited':
    case 'task.moved':
    case 'task.planned':
    case 'task.archived':
    case 'task.restored':
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
    case 'comment.restored':
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
      return trackTaskEvent(state, event)
    case 'project.renamed':
    case 'project.parallelSprintsChanged':
    case 'status.moved':
    case 'status.removed':
    case 'status.restored':
    case 'sprint.created':
    case 'sprint.imported':
    case 'sprint.edited':
    case 'sprint.moved':
    case 'sprint.started':
    case 'sprint.completed':
    case 'sprint.reopened':
    case 'sprint.removed':
    case 'sprint.restored':
    case 'sprint.capacityChanged':
    case 'component.added':
    case 'component.edited':
    case 'component.removed':
    case 'component.restored':
    case 'version.added':
    case 'version.edited':
    case 'version.removed':
    case 'version.restored':
    case 'conflict.detected':
    case 'conflict.resolved':
      return []
    default:
      return assertNever(event, [])
  }
}

function trackTaskEvent(
  state: TrackingState,
  event: Exclude<TaskEvent, { type: 'task.created' }>,
): SprintTaskChange[] {
  const task = state.tasks.get(event.taskId)
  if (!task) return []
  switch (event.type) {
    case 'task.edited': {
      const { estimate } = event.data.set ?? {}
      if (!estimate) return []
      task.points = estimate.to
      return task.archived ? [] : changesFor(task, event, 'estimated')
    }
    case 'task.moved':
      return trackStatus(state, task, event.data.to, event)
    case 'task.archived':
      task.archived = true
      return changesFor(task, event, 'archived')
    case 'task.restored':
      task.archived = false
      task.statusId = event.data.statusId
      task.done = state.doneStatuses.has(event.data.statusId)
      return changesFor(task, event, 'restored')
    case 'task.planned':
      return trackPlanned(task, event)
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
    case 'comment.restored':
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
      return []
    default:
      return assertNever(event, [])
  }
}

function trackPlanned(task: TrackedTask, event: EventOf<'task.planned'>): SprintTaskChange[] {
  const { sprintId: from } = task
  const { to } = event.data
  if (from === to) return []
  const left = changesFor(task, event, 'out', to)
  task.sprintId = to
  return [...left, ...changesFor(task, event, task.archived ? 'archived' : 'in', from)]
}

function setDoneStatus({ doneStatuses }: TrackingState, id: StatusId, category: Category): void {
  if (category === 'done') doneStatuses.add(id)
  else doneStatuses.delete(id)
}

function trackCategoryChange(
  state: TrackingState,
  event: EventOf<'status.edited'>,
): SprintTaskChange[] {
  const { category } = event.data.set
  const { statusId } = event.data
  if (!category) return []
  setDoneStatus(state, statusId, category.to)
  return [...state.tasks].flatMap(([taskId, task]) =>
    task.statusId === statusId ? trackStatus(state, task, statusId, { ...event, taskId }) : [],
  )
}

/** Returns the task in a status, and whether it became done or not done. */
function trackStatus(
  { doneStatuses }: TrackingState,
  task: TrackedTask,
  statusId: StatusId,
  event: Parameters<typeof changesFor>[1],
) {
  task.statusId = statusId
  if (task.done === doneStatuses.has(statusId)) return []
  task.done = !task.done
  return task.archived ? [] : changesFor(task, event, task.done ? 'done' : 'undone')
}

function changesFor(
  task: TrackedTask,
  { taskId, seq, at, actor, imported }: Pick<StoredEvent, 'taskId' | keyof EventPosition>,
  kind: SprintTaskChange['kind'],
  otherSprintId: Id | null = null,
): SprintTaskChange[] {
  const { sprintId, points, done } = task
  if (!sprintId || !taskId) return []
  return [{ sprintId, taskId, seq, at, actor, imported, kind, otherSprintId, points, done }]
}

type EventPosition = Pick<SprintTaskChange, 'seq' | 'at' | 'actor' | 'imported'>
