import { database } from '@/db/client'
import type { Row } from '@/db/rows'
import type { Id, TaskType } from '@/domain/kernel/primitives'
import type { RelatedTask } from '@/domain/views/relations'
import type { WorkspaceScope } from '@/server/access/scope'
import { relatedTaskColumns, relatedTaskJoins, toRelatedTask } from './relatedTasks'

const MAX_RESULTS = 20

/** What tasks are looked for by. */
export interface TaskSearch {
  /** Part of a title, or how a key begins; empty: those that changed last. */
  text: string
  projectId?: Id
  types?: TaskType[]
}

/** Up to 20 tasks of the workspace that are not archived, whole keys first, then the latest. */
export async function findTasks(scope: WorkspaceScope, search: TaskSearch): Promise<RelatedTask[]> {
  const { sql } = database()
  const searchText = search.text.trim().toLowerCase()
  const rows = await sql<Row[]>`
    select ${relatedTaskColumns(sql)} from ${relatedTaskJoins(sql, scope)}
    where t.archived_at is null
      ${search.projectId ? sql`and t.project_id = ${search.projectId}` : sql``}
      ${search.types ? sql`and t.type = any(${search.types})` : sql``}
      ${
        searchText
          ? sql`and (position(${searchText} in lower(t.title)) > 0
              or starts_with(lower(p.key || '-' || t.number), ${searchText}))`
          : sql``
      }
    order by lower(p.key || '-' || t.number) = ${searchText} desc, t.updated_at desc, t.id limit ${MAX_RESULTS}`
  return rows.map(toRelatedTask)
}
