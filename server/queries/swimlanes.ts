import type { Id, StatusId } from '@/domain/kernel/primitives'
import { type BoardFilter, isEmptyFilter } from '@/domain/views/board'
import {
  NO_SWIMLANE,
  type SwimlaneCounts,
  type SwimlaneGrouping,
  type SwimlanesData,
} from '@/domain/views/swimlanes'
import type { ProjectScope } from '@/server/access/scope'
import { filterSql } from './filteredBoard'
import { readSnapshot, type SqlReader } from './snapshot'
import { swimlaneIdSql } from './swimlaneSql'

type SwimlaneCountRow = { swimlane: string; status_id: StatusId; count: number }
type SwimlaneParent = { id: Id; key: string; title: string }

/**
 * How many tasks that pass a filter stand in each lane and status. Without one it costs the same
 * however many tasks there are: the counts are kept.
 */
export async function loadSwimlanes(
  scope: ProjectScope,
  by: SwimlaneGrouping,
  filter: BoardFilter | null,
): Promise<SwimlanesData> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const rows = await (filter && !isEmptyFilter(filter)
      ? countMatching(sql, scope, by, filter)
      : selectStoredCounts(sql, scope, by))
    const found = new Map<string, SwimlaneCounts['counts']>()
    for (const { swimlane, status_id, count } of rows) {
      found.set(swimlane, { ...found.get(swimlane), [status_id]: count })
    }
    const parents = by === 'epic' ? await selectSwimlaneParents(sql, scope, [...found.keys()]) : []
    const parentSwimlanes = parents.map(({ id, ...parent }) => ({
      id,
      parent,
      counts: found.get(id) ?? {},
    }))
    const otherSwimlanes = [...found].filter(([id]) => !parents.some((parent) => parent.id === id))
    return [
      ...parentSwimlanes,
      ...otherSwimlanes.map(([id, counts]) => ({ id, parent: null, counts })),
    ]
  })
  return { seq, swimlanes: data }
}

/** The counts that every batch keeps. */
function selectStoredCounts(sql: SqlReader, { projectId }: ProjectScope, by: SwimlaneGrouping) {
  return sql<SwimlaneCountRow[]>`
    select swimlane, status_id, tasks as count from swimlane_count
    where project_id = ${projectId} and group_by = ${by} and tasks > 0`
}

/** Under a filter every task is looked at. */
function countMatching(
  sql: SqlReader,
  scope: ProjectScope,
  by: SwimlaneGrouping,
  filter: BoardFilter,
) {
  return sql<SwimlaneCountRow[]>`
    select swimlane, status_id, count(*)::int as count from (
      select t.status_id, ${swimlaneIdSql(sql, by)} as swimlane from task t
      where t.project_id = ${scope.projectId} and t.archived_at is null
        ${filterSql(sql, filter, scope.projectKey)}
    ) matching where swimlane is not null group by swimlane, status_id`
}

/** What the lanes' tasks stand below, in planning order. */
function selectSwimlaneParents(sql: SqlReader, scope: ProjectScope, ids: string[]) {
  const wanted = ids.filter((id) => id !== NO_SWIMLANE)
  return sql<SwimlaneParent[]>`
    select id, ${scope.projectKey} || '-' || number as key, title from task
    where project_id = ${scope.projectId} and id = any(${wanted}::uuid[]) order by backlog_rank, number`
}
