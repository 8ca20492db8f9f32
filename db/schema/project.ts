import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Category, Priority, TaskType } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'
import { instant } from './instant'
import { person, workspace } from './people'

/**
 * The expression for a task's swimlane by assignee, as `swimlaneOf` returns it. The index and the
 * queries must use the same one.
 */
export const ASSIGNEE_SWIMLANE_SQL =
  "case cardinality(assignees) when 0 then 'none' when 1 then assignees[1]::text else 'several' end"

/** Orders ranks by code unit, in the database as in JavaScript. */
export const rank = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

export const project = pgTable(
  'project',
  {
    id: uuid().primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id),
    key: text().notNull(),
    name: text().notNull(),
    nextNumber: integer('next_number').notNull(),
    version: integer().notNull(),
    /** The newest position of its log. */
    seq: bigint({ mode: 'number' }).notNull(),
    parallelSprints: boolean('parallel_sprints').notNull().default(false),
  },
  (t) => [uniqueIndex('project_key').on(t.workspaceId, t.key)],
)

export const status = pgTable(
  'status',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    id: text().notNull(),
    name: text().notNull(),
    category: text().$type<Category>().notNull(),
    color: text().notNull(),
    rank: rank().notNull(),
    wipLimit: integer('wip_limit'),
    taskCount: integer('task_count').notNull(),
    transitions: jsonb().$type<Status['transitions']>(),
    transitionsChangedAt: instant('transitions_changed_at'),
    removedAt: instant('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.id] })],
)

export const task = pgTable(
  'task',
  {
    id: uuid().notNull(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    number: integer().notNull(),
    type: text().$type<TaskType>().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    statusId: text('status_id').notNull(),
    rank: rank().notNull(),
    priority: smallint().$type<Priority>().notNull(),
    assignees: uuid().array().notNull(),
    labels: text().array().notNull(),
    links: text().array().notNull(),
    estimate: doublePrecision(),
    dueDate: date('due_date', { mode: 'string' }),
    reporter: uuid().notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    archivedAt: instant('archived_at'),
    commentCount: integer('comment_count').notNull(),
    version: integer().notNull(),
    sprintId: uuid('sprint_id'),
    backlogRank: rank('backlog_rank').notNull(),
    parentId: uuid('parent_id'),
    components: uuid().array().notNull().default([]),
    fixVersions: uuid('fix_versions').array().notNull().default([]),
    affectedVersions: uuid('affected_versions').array().notNull().default([]),
    resolution: text(),
    originalEstimate: integer('original_estimate'),
    remainingEstimate: integer('remaining_estimate'),
    timeSpent: integer('time_spent').notNull().default(0),
    movedTo: uuid('moved_to'),
    movedToProject: uuid('moved_to_project'),
  },
  (t) => [
    // Clients choose the ids of tasks, so an id is unique only within its project: an id of another
    // project can neither collide nor be guessed. This holds for every table whose ids come from
    // outside.
    primaryKey({ columns: [t.id, t.projectId] }),
    uniqueIndex('task_number').on(t.projectId, t.number),
    index('task_by_status_rank')
      .on(t.projectId, t.statusId, t.rank)
      .where(sql`archived_at is null`),
    index('task_by_backlog_rank').on(t.projectId, t.backlogRank),
    index('task_by_sprint_status')
      .on(t.projectId, t.sprintId, t.statusId, t.backlogRank)
      .where(sql`archived_at is null and type in ('story', 'task', 'bug')`),
    // Serves the tasks of each swimlane in each column, in the order of the column.
    index('task_by_assignee_swimlane')
      .on(t.projectId, t.statusId, sql`(${sql.raw(ASSIGNEE_SWIMLANE_SQL)})`, t.rank)
      .where(sql`archived_at is null`),
    index('task_by_epic_swimlane')
      .on(t.projectId, t.statusId, t.parentId, t.rank)
      .where(sql`archived_at is null and type in ('story', 'task', 'bug')`),
    index('task_by_priority_swimlane')
      .on(t.projectId, t.statusId, t.priority, t.rank)
      .where(sql`archived_at is null`),
    index('task_by_component').using('gin', t.components).where(sql`components <> '{}'`),
    index('task_by_fix_version').using('gin', t.fixVersions).where(sql`fix_versions <> '{}'`),
    index('task_by_affected_version')
      .using('gin', t.affectedVersions)
      .where(sql`affected_versions <> '{}'`),
    index('task_by_moved_to').on(t.movedTo).where(sql`moved_to is not null`),
    index('task_by_parent').on(t.parentId).where(sql`parent_id is not null`),
  ],
)

export const comment = pgTable(
  'comment',
  {
    id: uuid().notNull(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    taskId: uuid('task_id').notNull(),
    author: uuid().notNull(),
    body: text().notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    deletedAt: instant('deleted_at'),
  },
  (t) => [primaryKey({ columns: [t.id, t.projectId] }), index().on(t.taskId, t.createdAt)],
)

export const worklog = pgTable(
  'worklog',
  {
    id: uuid().notNull(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    taskId: uuid('task_id').notNull(),
    author: uuid().notNull(),
    seconds: integer().notNull(),
    startedAt: instant('started_at').notNull(),
    note: text().notNull(),
    deductedFromRemaining: integer('deducted_from_remaining'),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    deletedAt: instant('deleted_at'),
  },
  (t) => [primaryKey({ columns: [t.id, t.projectId] }), index().on(t.taskId, t.startedAt)],
)

/** Open and resolved conflicts. */
export const conflict = pgTable(
  'conflict',
  {
    id: uuid().notNull(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    taskId: uuid('task_id'),
    workspaceId: uuid('workspace_id').notNull(),
    personId: uuid('person_id').notNull(),
    body: jsonb().$type<Conflict>().notNull(),
    resolvedAt: instant('resolved_at'),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.projectId] }),
    foreignKey({
      columns: [t.workspaceId, t.personId],
      foreignColumns: [person.workspaceId, person.id],
    }),
    index('conflict_open_by_person').on(t.personId).where(sql`resolved_at is null`),
  ],
)
