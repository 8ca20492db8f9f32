import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  doublePrecision,
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
import type { Status } from '@/domain/project/project'
import type { Category, Priority, TaskType } from '@/domain/words'
import { moment } from './moment'
import { person, workspace } from './people'

/** The lane of a task by person, as `laneOf` gives it: its index and the queries must say it alike. */
export const PERSON_LANE =
  "case cardinality(assignees) when 0 then 'none' when 1 then assignees[1]::text else 'several' end"

/** Ranks order by code unit, in the database as in JavaScript. */
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
    /** The last position taken in its log. */
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
    transitionsSince: moment('transitions_since'),
    removedAt: moment('removed_at'),
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
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    archivedAt: moment('archived_at'),
    comments: integer().notNull(),
    version: integer().notNull(),
    sprintId: uuid('sprint_id'),
    planRank: rank('plan_rank').notNull(),
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
    // Whoever makes a task chooses its id: it is one of its project's only, as everything is whose
    // id comes from outside. What another project holds can so neither be met nor guessed at.
    primaryKey({ columns: [t.id, t.projectId] }),
    uniqueIndex('task_number').on(t.projectId, t.number),
    index('task_in_column').on(t.projectId, t.statusId, t.rank).where(sql`archived_at is null`),
    index('task_in_order').on(t.projectId, t.planRank),
    index('task_in_plan')
      .on(t.projectId, t.sprintId, t.statusId, t.planRank)
      .where(sql`archived_at is null and type in ('story', 'task', 'bug')`),
    // The columns of a board in rows, each row's part of a column in its order.
    index('task_in_lane_of_person')
      .on(t.projectId, t.statusId, sql`(${sql.raw(PERSON_LANE)})`, t.rank)
      .where(sql`archived_at is null`),
    index('task_in_lane_of_epic')
      .on(t.projectId, t.statusId, t.parentId, t.rank)
      .where(sql`archived_at is null and type in ('story', 'task', 'bug')`),
    index('task_in_lane_of_priority')
      .on(t.projectId, t.statusId, t.priority, t.rank)
      .where(sql`archived_at is null`),
    index('task_of_component').using('gin', t.components).where(sql`components <> '{}'`),
    index('task_of_version').using('gin', t.fixVersions).where(sql`fix_versions <> '{}'`),
    index('task_of_affected_version')
      .using('gin', t.affectedVersions)
      .where(sql`affected_versions <> '{}'`),
    index('task_moved').on(t.movedTo).where(sql`moved_to is not null`),
    index('task_of_parent').on(t.parentId).where(sql`parent_id is not null`),
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
    createdAt: moment('created_at').notNull(),
    editedAt: moment('edited_at'),
    deletedAt: moment('deleted_at'),
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
    startedAt: moment('started_at').notNull(),
    note: text().notNull(),
    taken: integer(),
    createdAt: moment('created_at').notNull(),
    editedAt: moment('edited_at'),
    deletedAt: moment('deleted_at'),
  },
  (t) => [primaryKey({ columns: [t.id, t.projectId] }), index().on(t.taskId, t.startedAt)],
)

/** What somebody still has to decide, or has decided. */
export const conflict = pgTable(
  'conflict',
  {
    id: uuid().notNull(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    taskId: uuid('task_id'),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    body: jsonb().$type<Conflict>().notNull(),
    resolvedAt: moment('resolved_at'),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.projectId] }),
    index('conflict_open').on(t.personId).where(sql`resolved_at is null`),
  ],
)
