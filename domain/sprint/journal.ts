import type { EventOf, LoggedEvent } from '../events'
import type { Category, Id, Moment, StatusId } from '../words'
import type { Sprint } from './sprint'

/** One thing that happened to a task of a sprint, as the sprint's report remembers it. */
export interface SprintChange {
  sprintId: Id
  taskId: Id
  seq: number
  at: Moment
  actor: Id
  imported: boolean
  /** `archived` and `restored`: out of sight and back while it stays planned. */
  kind: 'in' | 'out' | 'archived' | 'restored' | 'estimated' | 'done' | 'undone'
  /** The sprint that it came from or went to; null: the backlog, or none at all. */
  other: Id | null
  /** Its estimate since then; null: none. */
  points: number | null
  /** Whether it counts as done since then. */
  done: boolean
}

/** One turn in the life of a sprint. */
export interface SprintMark {
  sprintId: Id
  type: 'started' | 'completed' | 'reopened'
  seq: number
  at: Moment
  actor: Id
  imported: boolean
  /** Up to here the log tells how its own command sent away what was not done. */
  until: number
}

/** What has to be known of a task to tell what events mean for its sprint. */
export interface Followed {
  sprintId: Id | null
  /** Null where it was never asked: only changes of the workflow need it. */
  statusId: StatusId | null
  points: number | null
  done: boolean
  archived: boolean
}

/** Where somebody who follows a log is. */
export interface Following {
  /** The statuses that count as done. */
  done: Set<StatusId>
  /** At least the tasks that are in a sprint and those that come into one. */
  tasks: Map<Id, Followed>
}

/** The types of event that reports of sprints follow. */
export const JOURNAL_TYPES = [
  'project.created',
  'status.added',
  'status.edited',
  'task.created',
  'task.edited',
  'task.moved',
  'task.planned',
  'task.archived',
  'task.restored',
  'sprint.imported',
  'sprint.started',
  'sprint.completed',
  'sprint.reopened',
] as const satisfies LoggedEvent['type'][]

/** Before a project's first event. */
export function beginning(): Following {
  return { done: new Set(), tasks: new Map() }
}

/** The turns that an event tells of in the life of a sprint. */
export function marksOf(event: LoggedEvent): SprintMark[] {
  const { seq, at, actor, imported } = event
  const placed = { seq, at, actor, imported, until: seq }
  switch (event.type) {
    case 'sprint.started':
      return [{ ...placed, sprintId: event.data.sprintId, type: 'started' }]
    case 'sprint.completed': {
      const { sprintId, left } = event.data
      return [{ ...placed, sprintId, type: 'completed', until: seq + left.length }]
    }
    case 'sprint.reopened':
      return [{ ...placed, sprintId: event.data.sprintId, type: 'reopened' }]
    case 'sprint.imported':
      return turnsElsewhere(event.data.sprint).map((turn) => ({ ...placed, ...turn }))
    default:
      return []
  }
}

/** What a sprint had been through before it came here; nothing where it does not say when. */
function turnsElsewhere({ id: sprintId, state, startedAt, completedAt }: Sprint) {
  if (state === 'planned' || !startedAt) return []
  const started = { sprintId, type: 'started', at: startedAt, imported: true } as const
  if (state === 'active') return [started]
  return completedAt ? [started, { ...started, type: 'completed', at: completedAt } as const] : []
}

/**
 * Takes one more event in, in the order of the log, and gives what it means for sprints. Changes
 * `state` in place, as a replay is long. Events of tasks that are not followed mean nothing.
 */
export function follow(state: Following, event: LoggedEvent): SprintChange[] {
  switch (event.type) {
    case 'project.created':
      for (const { id, category } of event.data.statuses) categorise(state, id, category)
      return []
    case 'status.added':
      categorise(state, event.data.id, event.data.category)
      return []
    case 'status.edited':
      return recategorised(state, event)
    case 'task.created': {
      const { estimate, statusId, sprintId = null } = event.data
      const done = state.done.has(statusId)
      const task = { sprintId, statusId, points: estimate, done, archived: false }
      state.tasks.set(event.taskId ?? '', task)
      return changes(task, event, 'in')
    }
    default:
      return ofTask(state, event)
  }
}

function ofTask(state: Following, event: LoggedEvent): SprintChange[] {
  const task = state.tasks.get(event.taskId ?? '')
  if (!task) return []
  switch (event.type) {
    case 'task.edited': {
      const { estimate } = event.data.set ?? {}
      if (!estimate) return []
      task.points = estimate.to
      return task.archived ? [] : changes(task, event, 'estimated')
    }
    case 'task.moved':
      return stands(state, task, event.data.to, event)
    case 'task.archived':
      task.archived = true
      return changes(task, event, 'archived')
    case 'task.restored':
      task.archived = false
      task.statusId = event.data.statusId
      task.done = state.done.has(event.data.statusId)
      return changes(task, event, 'restored')
    case 'task.planned':
      return planned(task, event)
    default:
      return []
  }
}

function planned(task: Followed, event: EventOf<'task.planned'>): SprintChange[] {
  const { sprintId: from } = task
  const { to } = event.data
  if (from === to) return []
  const left = changes(task, event, 'out', to)
  task.sprintId = to
  return [...left, ...changes(task, event, task.archived ? 'archived' : 'in', from)]
}

function categorise({ done }: Following, id: StatusId, category: Category): void {
  if (category === 'done') done.add(id)
  else done.delete(id)
}

function recategorised(state: Following, event: EventOf<'status.edited'>): SprintChange[] {
  const { category } = event.data.set
  const { statusId } = event.data
  if (!category) return []
  categorise(state, statusId, category.to)
  return [...state.tasks].flatMap(([taskId, task]) =>
    task.statusId === statusId ? stands(state, task, statusId, { ...event, taskId }) : [],
  )
}

/** The task in a status, which may count as done or no longer. */
function stands({ done }: Following, task: Followed, statusId: StatusId, event: LoggedEvent) {
  task.statusId = statusId
  if (task.done === done.has(statusId)) return []
  task.done = !task.done
  return task.archived ? [] : changes(task, event, task.done ? 'done' : 'undone')
}

function changes(
  task: Followed,
  { taskId, seq, at, actor, imported }: Pick<LoggedEvent, 'taskId' | keyof Placed>,
  kind: SprintChange['kind'],
  other: Id | null = null,
): SprintChange[] {
  const { sprintId, points, done } = task
  if (!sprintId || !taskId) return []
  return [{ sprintId, taskId, seq, at, actor, imported, kind, other, points, done }]
}

type Placed = Pick<SprintChange, 'seq' | 'at' | 'actor' | 'imported'>
