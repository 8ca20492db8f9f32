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
import type { LifecycleEvent, SprintTaskChange } from '@/domain/sprint/sprintLog'
import { instant } from './instant'

// The projection of the sprint reports. Only the subscriber `sprint-reports` writes it, and `npm
// run rebuild -- sprint-reports` rebuilds it from the log.

/** What happened to the tasks of sprints. A task's latest row holds its current state. */
export const sprintReportChange = pgTable(
  'sprint_report_change',
  {
    projectId: uuid('project_id').notNull(),
    sprintId: uuid('sprint_id').notNull(),
    taskId: uuid('task_id').notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    actor: uuid().notNull(),
    imported: boolean().notNull(),
    kind: text().$type<SprintTaskChange['kind']>().notNull(),
    otherSprintId: uuid('other_sprint_id'),
    points: doublePrecision(),
    done: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.sprintId, t.seq, t.taskId] }),
    // Without the project, which is already in the key: only this index serves queries by task.
    index('sprint_report_change_by_task').on(t.taskId, t.seq),
  ],
)

/** The times when sprints were started, completed and reopened, in log order. */
export const sprintReportLifecycle = pgTable(
  'sprint_report_lifecycle',
  {
    projectId: uuid('project_id').notNull(),
    sprintId: uuid('sprint_id').notNull(),
    lifecycleEvents: jsonb('lifecycle_events').$type<LifecycleEvent[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.sprintId] })],
)

/** The statuses of a project that count as done. */
export const sprintReportProject = pgTable('sprint_report_project', {
  projectId: uuid('project_id').primaryKey(),
  doneStatusIds: text('done_status_ids').array().notNull(),
})
