import { foreignKey, index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { person } from './people'
import { project } from './project'

/** The running timer of a person; at most one. */
export const timer = pgTable(
  'timer',
  {
    personId: uuid('person_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    taskId: uuid('task_id').notNull(),
    startedAt: instant('started_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.workspaceId] }),
    foreignKey({
      columns: [t.workspaceId, t.personId],
      foreignColumns: [person.workspaceId, person.id],
    }),
  ],
)

/**
 * The projection of timesheets: every current worklog. Only the subscriber `time-entries` writes
 * it.
 */
export const timeEntry = pgTable(
  'time_entry',
  {
    projectId: uuid('project_id').notNull(),
    worklogId: uuid('worklog_id').notNull(),
    taskId: uuid('task_id').notNull(),
    personId: uuid('person_id').notNull(),
    startedAt: instant('started_at').notNull(),
    seconds: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.worklogId] }),
    index('time_entry_by_person').on(t.personId, t.startedAt),
    index('time_entry_by_project').on(t.projectId, t.startedAt),
  ],
)
