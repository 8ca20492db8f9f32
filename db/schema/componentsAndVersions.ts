import { date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { VersionState } from '@/domain/component/componentsAndVersions'
import { instant } from './instant'
import { project } from './project'

/** The components of a project. */
export const component = pgTable(
  'component',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    id: uuid().notNull(),
    name: text().notNull(),
    lead: uuid(),
    removedAt: instant('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.id] })],
)

/** The versions of a project. */
export const projectVersion = pgTable(
  'project_version',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    id: uuid().notNull(),
    name: text().notNull(),
    releaseDate: date('release_date', { mode: 'string' }),
    state: text().$type<VersionState>().notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.id] })],
)
