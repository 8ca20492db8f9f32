import { getTableColumns } from 'drizzle-orm'
import type { Comment } from '@/domain/comment/comment'
import type { Component, Version } from '@/domain/component/componentsAndVersions'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import type { Project, Status } from '@/domain/project/project'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'
import { task } from './schema/project'

/** A row as the driver gives it: column names as keys, times and bigints as text. */
export type Row = Record<string, unknown>

/** A time of the database as ISO 8601 in UTC; null stays null. */
export function toInstant(value: unknown): string | null {
  return value === null || value === undefined ? null : new Date(String(value)).toISOString()
}

/** The columns of `event` that make a StoredEvent. */
export const EVENT_COLUMNS = [
  'project_id',
  'seq',
  'task_id',
  'version',
  'type',
  'actor',
  'at',
  'command_id',
  'client_id',
  'imported',
  'data',
] as const

/** A row of `event` as the domain knows it. */
export function toEvent(row: Row): StoredEvent {
  return {
    projectId: row.project_id,
    seq: Number(row.seq),
    taskId: row.task_id,
    version: row.version,
    type: row.type,
    actor: row.actor,
    at: toInstant(row.at),
    commandId: row.command_id,
    clientId: row.client_id,
    imported: row.imported,
    data: parseJson(row.data),
  } as StoredEvent
}

const { projectId: _, ...taskColumns } = getTableColumns(task)
/** The schema has a column for everything that the domain knows of a task. */
taskColumns satisfies Record<keyof Task, unknown>
/** The columns of `task` with the properties that they become. */
const TASK_COLUMNS = Object.entries(taskColumns).map(([property, column]) => ({
  property,
  name: column.name,
  isInstant: column.getSQLType().startsWith('timestamp'),
}))

/** A row of `task`; without its description where that was not asked for. */
export function toTask(row: Row): Task {
  const values: Row = {}
  for (const { property, name, isInstant } of TASK_COLUMNS) {
    values[property] = isInstant ? toInstant(row[name]) : row[name]
  }
  values.description ??= ''
  return values as unknown as Task
}

/** A row of `status`. */
export function toStatus(row: Row): Status {
  return {
    id: row.id,
    name: row.name,
    category: row.category,
    color: row.color,
    rank: row.rank,
    wipLimit: row.wip_limit,
    taskCount: row.task_count,
    transitions: parseJson(row.transitions),
    transitionsChangedAt: toInstant(row.transitions_changed_at),
    removedAt: toInstant(row.removed_at),
  } as Status
}

/** A row of `sprint`. */
export function toSprint(row: Row): Sprint {
  return {
    id: row.id,
    name: row.name,
    goal: row.goal,
    startDate: row.start_date,
    endDate: row.end_date,
    state: row.state,
    rank: row.rank,
    capacity: parseJson(row.capacity),
    startedAt: toInstant(row.started_at),
    completedAt: toInstant(row.completed_at),
    removedAt: toInstant(row.removed_at),
  } as Sprint
}

/** A row of `component`. */
function toComponent({ id, name, lead, removed_at }: Row): Component {
  return { id, name, lead, removedAt: toInstant(removed_at) } as Component
}

/** A row of `project_version`. */
export function toVersion({ id, name, release_date, state, removed_at }: Row): Version {
  return { id, name, releaseDate: release_date, state, removedAt: toInstant(removed_at) } as Version
}

/** What a project has besides its own row and its statuses, where it was asked for. */
export interface ProjectLists {
  sprints?: Row[]
  components?: Row[]
  fixVersions?: Row[]
}

/** A row of `project` with its statuses and the lists that were asked for. */
export function toProject(row: Row, statuses: Row[], lists: ProjectLists = {}): Project {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    key: row.key,
    name: row.name,
    nextNumber: row.next_number,
    version: row.version,
    parallelSprints: row.parallel_sprints,
    statuses: statuses.map(toStatus),
    sprints: (lists.sprints ?? []).map(toSprint),
    components: (lists.components ?? []).map(toComponent),
    fixVersions: (lists.fixVersions ?? []).map(toVersion),
  } as Project
}

/** A row of `comment`. */
export function toComment(row: Row): Comment {
  return {
    id: row.id,
    taskId: row.task_id,
    author: row.author,
    body: row.body,
    createdAt: toInstant(row.created_at),
    editedAt: toInstant(row.edited_at),
    deletedAt: toInstant(row.deleted_at),
  } as Comment
}

/** A row of `worklog`. */
export function toWorklog(row: Row): Worklog {
  return {
    id: row.id,
    taskId: row.task_id,
    author: row.author,
    seconds: row.seconds,
    startedAt: toInstant(row.started_at),
    note: row.note,
    deductedFromRemaining: row.deducted_from_remaining,
    createdAt: toInstant(row.created_at),
    editedAt: toInstant(row.edited_at),
    deletedAt: toInstant(row.deleted_at),
  } as Worklog
}

/** A row of `conflict`. */
export function toConflict(row: Row): Conflict {
  return parseJson(row.body) as Conflict
}

/** A json value; drivers differ on whether it comes parsed. */
export function parseJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value
}

/** A domain value under the names of its table's columns: `dueDate` becomes `due_date`. */
export function toRow(value: object, extra: Row = {}): Row {
  const entries = Object.entries(value).map(([key, each]) => [toSnakeCase(key), each])
  return { ...Object.fromEntries(entries), ...extra }
}

const columnNames = new Map<string, string>()

function toSnakeCase(key: string): string {
  const cached = columnNames.get(key)
  if (cached !== undefined) return cached
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columnNames.set(key, name)
  return name
}
