import {
  bigint,
  boolean,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { SprintChange, SprintMark } from '@/domain/sprint/journal'
import { moment } from './moment'

// The read model of the sprint reports: kept by the subscriber `reports`, and made anew from the
// log by `npm run rebuild -- reports`. Nothing else writes it.

/** What happened to the tasks of sprints. A task's latest row says how it stands. */
export const reportChange = pgTable(
  'report_change',
  {
    projectId: uuid('project_id').notNull(),
    sprintId: uuid('sprint_id').notNull(),
    taskId: uuid('task_id').notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: moment('at').notNull(),
    actor: uuid().notNull(),
    imported: boolean().notNull(),
    kind: text().$type<SprintChange['kind']>().notNull(),
    other: uuid(),
    points: doublePrecision(),
    done: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.sprintId, t.seq, t.taskId] }),
    // Without the project, which the key has as well: asked by tasks, only this one serves.
    index('report_change_of_task').on(t.taskId, t.seq),
  ],
)

/** When sprints were started, completed and reopened, in the order of the log. */
export const reportSprint = pgTable(
  'report_sprint',
  {
    projectId: uuid('project_id').notNull(),
    sprintId: uuid('sprint_id').notNull(),
    marks: jsonb().$type<SprintMark[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.sprintId] })],
)

/** Which statuses of a project count as done. */
export const reportProject = pgTable('report_project', {
  projectId: uuid('project_id').primaryKey(),
  done: text().array().notNull(),
})
