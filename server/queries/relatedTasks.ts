import type { Row } from '@/db/rows'
import type { Id } from '@/domain/kernel/primitives'
import { parseTaskKey } from '@/domain/task/link'
import type { RelatedTask } from '@/domain/views/relations'
import type { WorkspaceScope } from '@/server/access/scope'
import type { SqlReader } from './snapshot'

/** What `toRelatedTask` needs, of a task `t` in a project `p` with a status `s`. */
export function relatedTaskColumns(sql: SqlReader) {
  return sql`t.id, t.project_id, p.key as project_key, t.number, t.title, t.type, t.archived_at,
    t.version, s.name as status_name, s.category, s.color`
}

/** `t` with its project and its status, in the workspace alone: elsewhere is nowhere. */
export function relatedTaskJoins(sql: SqlReader, { workspaceId }: WorkspaceScope) {
  return sql`task t
    join project p on p.id = t.project_id and p.workspace_id = ${workspaceId}
    join status s on s.project_id = t.project_id and s.id = t.status_id`
}

/** A task as others name it. */
export function toRelatedTask(row: Row): RelatedTask {
  return {
    id: row.id,
    projectId: row.project_id,
    key: `${row.project_key}-${row.number}`,
    title: row.title,
    type: row.type,
    status: { name: row.status_name, category: row.category, color: row.color },
    archived: row.archived_at !== null,
    version: row.version,
  } as RelatedTask
}

/**
 * The tasks of the workspace by the keys asked for, as they live now: one that has gone to another
 * project is found there. Keys that name none are left out.
 */
export async function selectTasksByKeys(
  sql: SqlReader,
  scope: WorkspaceScope,
  keys: Iterable<string>,
): Promise<Map<string, RelatedTask>> {
  const wanted = [...new Set(keys)].flatMap((key) => parseTaskKey(key) ?? [])
  if (wanted.length === 0) return new Map()
  const rows = await sql<Row[]>`
    select w.key || '-' || w.number as asked, ${relatedTaskColumns(sql)}
    from unnest(${wanted.map((each) => each.project)}::text[],
      ${wanted.map((each) => each.number)}::int[]) as w(key, number)
    join project wp on wp.workspace_id = ${scope.workspaceId} and wp.key = w.key
    cross join lateral (
      with recursive way as (
        select * from task where project_id = wp.id and number = w.number
        union
        select n.* from way join task n on n.id = way.moved_to and n.project_id = way.moved_to_project
      ) select * from way where moved_to is null) t
    join project p on p.id = t.project_id and p.workspace_id = ${scope.workspaceId}
    join status s on s.project_id = t.project_id and s.id = t.status_id`
  return new Map(rows.map((row) => [String(row.asked), toRelatedTask(row)]))
}

/** Those of the project with these ids. */
export async function selectTasksByIds(
  sql: SqlReader,
  scope: WorkspaceScope,
  projectId: Id,
  ids: Id[],
): Promise<Map<Id, RelatedTask>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<Row[]>`
    select ${relatedTaskColumns(sql)} from ${relatedTaskJoins(sql, scope)}
    where t.project_id = ${projectId} and t.id = any(${ids})`
  return new Map(rows.map(toRelatedTask).map((each) => [each.id, each]))
}
