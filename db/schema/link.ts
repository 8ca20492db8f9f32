import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { workspace } from './people'
import { project } from './project'

/** The links of all tasks, one per row, so that a task also finds the links to it. */
export const link = pgTable(
  'link',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    /** The task that the link starts from. */
    taskId: uuid('task_id').notNull(),
    kind: text().notNull(),
    /** The key of the other task, such as ALO-12. */
    target: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.taskId, t.kind, t.target] }),
    index('link_by_target').on(t.workspaceId, t.target),
  ],
)
