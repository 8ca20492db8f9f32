import {
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Sprint, SprintState } from '@/domain/sprint/sprint'
import type { SwimlaneGrouping } from '@/domain/views/swimlanes'
import { instant } from './instant'
import { project, rank } from './project'

export const sprint = pgTable(
  'sprint',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    id: uuid().notNull(),
    name: text().notNull(),
    goal: text().notNull(),
    startDate: date('start_date', { mode: 'string' }),
    endDate: date('end_date', { mode: 'string' }),
    state: text().$type<SprintState>().notNull(),
    rank: rank().notNull(),
    capacity: jsonb().$type<Sprint['capacity']>().notNull(),
    startedAt: instant('started_at'),
    completedAt: instant('completed_at'),
    removedAt: instant('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.id] })],
)

/**
 * Number of stories, tasks and bugs of a sprint (or the backlog) in each status, and the sums of
 * their estimates. Every batch updates them, so that reading the totals of a backlog does not
 * depend on its length.
 */
export const sprintTotals = pgTable(
  'sprint_totals',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    /** The nil UUID stands for the backlog, because a key cannot contain null. */
    sprintId: uuid('sprint_id').notNull(),
    statusId: text('status_id').notNull(),
    tasks: integer().notNull(),
    points: doublePrecision().notNull(),
    /** Number of tasks without an estimate. */
    unestimated: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.sprintId, t.statusId] })],
)

/**
 * Number of tasks of each swimlane in each status, for every grouping. Every batch updates them, so
 * that opening a board with swimlanes does not depend on the number of tasks.
 */
export const swimlaneCount = pgTable(
  'swimlane_count',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    groupBy: text('group_by').$type<SwimlaneGrouping>().notNull(),
    /** The swimlane's id, as `swimlaneOf` returns it. */
    swimlane: text().notNull(),
    statusId: text('status_id').notNull(),
    tasks: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.groupBy, t.swimlane, t.statusId] })],
)
