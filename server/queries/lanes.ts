import { type BoardFilter, isEmptyFilter } from '@/domain/board'
import { type LaneCounts, type LanesBy, type LanesData, NO_LANE } from '@/domain/lanes'
import type { Id, StatusId } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { passing } from './filteredBoard'
import { laneOf } from './laneOf'
import { type Reader, snapshot } from './snapshot'

type Counted = { lane: string; status_id: StatusId; count: number }
type Head = { id: Id; key: string; title: string }

/**
 * How many tasks that pass a filter stand in each lane and status. Without one it costs the same
 * however many tasks there are: the counts are kept.
 */
export async function lanes(
  scope: ProjectScope,
  by: LanesBy,
  filter: BoardFilter | null,
): Promise<LanesData> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const rows = await (filter && !isEmptyFilter(filter)
      ? countPassing(sql, scope, by, filter)
      : kept(sql, scope, by))
    const found = new Map<string, LaneCounts['counts']>()
    for (const { lane, status_id, count } of rows) {
      found.set(lane, { ...found.get(lane), [status_id]: count })
    }
    const heads = by === 'epic' ? await headsOf(sql, scope, [...found.keys()]) : []
    const titled = heads.map(({ id, ...head }) => ({ id, head, counts: found.get(id) ?? {} }))
    const others = [...found].filter(([id]) => !heads.some((head) => head.id === id))
    return [...titled, ...others.map(([id, counts]) => ({ id, head: null, counts }))]
  })
  return { seq, lanes: data }
}

/** The counts that every batch keeps. */
function kept(sql: Reader, { projectId }: ProjectScope, by: LanesBy) {
  return sql<Counted[]>`
    select lane, status_id, tasks as count from lane_count
    where project_id = ${projectId} and goes_by = ${by} and tasks > 0`
}

/** Under a filter every task is looked at. */
function countPassing(sql: Reader, scope: ProjectScope, by: LanesBy, filter: BoardFilter) {
  return sql<Counted[]>`
    select lane, status_id, count(*)::int as count from (
      select t.status_id, ${laneOf(sql, by)} as lane from task t
      where t.project_id = ${scope.projectId} and t.archived_at is null
        ${passing(sql, filter, scope.projectKey)}
    ) standing where lane is not null group by lane, status_id`
}

/** What the lanes' tasks stand below, in planning order. */
function headsOf(sql: Reader, scope: ProjectScope, ids: string[]) {
  const wanted = ids.filter((id) => id !== NO_LANE)
  return sql<Head[]>`
    select id, ${scope.projectKey} || '-' || number as key, title from task
    where project_id = ${scope.projectId} and id = any(${wanted}::uuid[]) order by plan_rank, number`
}
