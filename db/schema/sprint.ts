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
 * How many stories, tasks and bugs a sprint (or the backlog) holds in each status, and their sums:
 * kept by every batch, so that a backlog of any length is added up at once.
 */
export const sprintTotals = pgTable(
  'sprint_totals',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    /** The backlog is the nil UUID: a key holds no null. */
    sprintId: uuid('sprint_id').notNull(),
    statusId: text('status_id').notNull(),
    tasks: integer().notNull(),
    points: doublePrecision().notNull(),
    /** Tasks without an estimate. */
    unestimated: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.sprintId, t.statusId] })],
)

/**
 * How many tasks each swimlane of a board has in each status, for every grouping. Every batch keeps it,
 * so that a board with swimlanes opens at once however many tasks it has.
 */
export const swimlaneCount = pgTable(
  'swimlane_count',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    groupBy: text('group_by').$type<SwimlaneGrouping>().notNull(),
    /** As `swimlaneOf` gives it. */
    swimlane: text().notNull(),
    statusId: text('status_id').notNull(),
    tasks: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.groupBy, t.swimlane, t.statusId] })],
)
