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
import type { LanesBy } from '@/domain/lanes'
import type { Sprint, SprintState } from '@/domain/sprint/sprint'
import { moment } from './moment'
import { project, rank } from './work'

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
    startedAt: moment('started_at'),
    completedAt: moment('completed_at'),
    removedAt: moment('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.id] })],
)

/**
 * How many stories, tasks and bugs a sprint (or the backlog) holds in each status, and their sums:
 * kept by every batch, so that a backlog of any length is added up at once.
 */
export const planned = pgTable(
  'planned',
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
 * How many tasks stand in each lane of a board in each status, for every way to draw lanes: kept by
 * every batch, so that a board in rows opens at once however many tasks it has.
 */
export const laneCount = pgTable(
  'lane_count',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    goesBy: text('goes_by').$type<LanesBy>().notNull(),
    /** As `laneOf` gives it. */
    lane: text().notNull(),
    statusId: text('status_id').notNull(),
    tasks: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.goesBy, t.lane, t.statusId] })],
)
