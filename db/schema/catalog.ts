import { date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { VersionState } from '@/domain/catalog/catalog'
import { moment } from './moment'
import { project } from './work'

/** The parts of what a project makes. */
export const component = pgTable(
  'component',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    id: uuid().notNull(),
    name: text().notNull(),
    lead: uuid(),
    removedAt: moment('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.id] })],
)

/** What a project releases. */
export const fixVersion = pgTable(
  'fix_version',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    id: uuid().notNull(),
    name: text().notNull(),
    releaseDate: date('release_date', { mode: 'string' }),
    state: text().$type<VersionState>().notNull(),
    removedAt: moment('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.id] })],
)
