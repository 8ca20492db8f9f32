import { database } from '@/db/client'
import type { Related } from '@/domain/relations'
import type { Id, TaskType } from '@/domain/words'
import type { WorkspaceScope } from '@/server/access/scope'
import type { Row } from '@/server/log/rows'
import { relatedColumns, relatedTables, toRelated } from './related'

const MOST = 20

/** What tasks are looked for by. */
export interface TaskSearch {
  /** Part of a title, or how a key begins; empty: those that changed last. */
  text: string
  projectId?: Id
  types?: TaskType[]
}

/** Up to 20 tasks of the workspace that are not archived, whole keys first, then the latest. */
export async function findTasks(scope: WorkspaceScope, search: TaskSearch): Promise<Related[]> {
  const { sql } = database()
  const words = search.text.trim().toLowerCase()
  const rows = await sql<Row[]>`
    select ${relatedColumns(sql)} from ${relatedTables(sql, scope)}
    where t.archived_at is null
      ${search.projectId ? sql`and t.project_id = ${search.projectId}` : sql``}
      ${search.types ? sql`and t.type = any(${search.types})` : sql``}
      ${
        words
          ? sql`and (position(${words} in lower(t.title)) > 0
              or starts_with(lower(p.key || '-' || t.number), ${words}))`
          : sql``
      }
    order by lower(p.key || '-' || t.number) = ${words} desc, t.updated_at desc, t.id limit ${MOST}`
  return rows.map(toRelated)
}
