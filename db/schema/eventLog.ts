import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Command } from '@/domain/commands'
import type { Rejection, TaskResult } from '@/domain/decision'
import type { EventData, EventType } from '@/domain/events'
import type { Outcome } from '@/domain/kernel/primitives'
import { instant } from './instant'

/**
 * The log. The database rejects every change and removal. The migration partitions it by the hash of
 * the project: a statement that compares `projectId` with a plain `=` looks into one partition only.
 */
export const event = pgTable(
  'event',
  {
    projectId: uuid('project_id').notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    taskId: uuid('task_id'),
    /**
     * The version of the task after the event; for an event without a task, the version of the
     * project.
     */
    version: integer(),
    type: text().$type<EventType>().notNull(),
    actor: uuid().notNull(),
    at: instant('at').notNull(),
    commandId: uuid('command_id').notNull(),
    clientId: uuid('client_id').notNull(),
    imported: boolean().notNull().default(false),
    recordedAt: instant('recorded_at').notNull().default(sql`now()`),
    data: jsonb().$type<EventData[EventType]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.seq] }),
    index('event_by_task_version')
      .on(t.projectId, t.taskId, t.version)
      .where(sql`task_id is not null`),
    index('event_by_project_version').on(t.projectId, t.version).where(sql`task_id is null`),
    index('event_by_time').on(t.projectId, t.at, t.seq),
  ],
)

/** The result of each command, so that a retry gets the same result. Insert only. */
export const command = pgTable(
  'command',
  {
    projectId: uuid('project_id').notNull(),
    commandId: uuid('command_id').notNull(),
    actor: uuid().notNull(),
    type: text().$type<Command['type']>().notNull(),
    outcome: text().$type<Outcome>().notNull(),
    /** Its events are those from the first to the last seq; both null when there are none. */
    firstSeq: bigint('first_seq', { mode: 'number' }),
    lastSeq: bigint('last_seq', { mode: 'number' }),
    rejection: jsonb().$type<Rejection>(),
    /** The result for each task, for a command about several. */
    taskResults: jsonb('task_results').$type<TaskResult[]>(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.commandId] })],
)

/** The position up to which a subscriber has handled a project's log. */
export const checkpoint = pgTable(
  'checkpoint',
  {
    subscriber: text().notNull(),
    projectId: uuid('project_id').notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    /** The schema version of the subscriber that wrote its rows. */
    schemaVersion: integer('schema_version').notNull().default(1),
    /**
     * Number of consecutive failures since its last success. Failures of a dependency do not count.
     */
    failures: integer().notNull().default(0),
    /** The message of the last failure; null when the last attempt succeeded. */
    error: text(),
    failedAt: instant('failed_at'),
    /** Time of the next attempt at the earliest. */
    retryAt: instant('retry_at'),
    /** The time when it was parked, until an admin requests a retry. */
    parkedAt: instant('parked_at'),
  },
  (t) => [primaryKey({ columns: [t.subscriber, t.projectId] })],
)
