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
import type { Refusal, TaskResult } from '@/domain/decision'
import type { EventData, EventType } from '@/domain/events'
import type { Outcome } from '@/domain/words'
import { moment } from './moment'

/** The log. The database refuses to change or remove what is in it. */
export const event = pgTable(
  'event',
  {
    projectId: uuid('project_id').notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    taskId: uuid('task_id'),
    /** The version of the task, or of the project where there is no task, that it made. */
    version: integer(),
    type: text().$type<EventType>().notNull(),
    actor: uuid().notNull(),
    at: moment('at').notNull(),
    commandId: uuid('command_id').notNull(),
    clientId: uuid('client_id').notNull(),
    imported: boolean().notNull().default(false),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    data: jsonb().$type<EventData[EventType]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.seq] }),
    index('event_of_task').on(t.taskId, t.version).where(sql`task_id is not null`),
    index('event_of_project').on(t.projectId, t.version).where(sql`task_id is null`),
    index('event_in_time').on(t.projectId, t.at, t.seq),
  ],
)

/** How each command ended, so that a repeat gets the first answer. Insert only. */
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
    refusal: jsonb().$type<Refusal>(),
    /** How each task fared, for a command about several. */
    results: jsonb().$type<TaskResult[]>(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.commandId] })],
)

/** How far a subscriber has read a project's log. */
export const checkpoint = pgTable(
  'checkpoint',
  {
    subscriber: text().notNull(),
    projectId: uuid('project_id').notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    /** Of the subscriber that wrote what is there. */
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.subscriber, t.projectId] })],
)
