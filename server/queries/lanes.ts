import type { BoardFilter } from '@/domain/board'
import { type LaneCounts, type LanesBy, type LanesData, NO_LANE } from '@/domain/lanes'
import type { Id, StatusId } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { passing } from './filteredBoard'
import { laneOf } from './laneOf'
import { type Reader, snapshot } from './snapshot'

type Counted = { lane: string; status_id: StatusId; count: number }
type Head = { id: Id; key: string; title: string }

/** How many tasks that pass a filter stand in each lane and status, in one pass over them. */
export async function lanes(
  scope: ProjectScope,
  by: LanesBy,
  filter: BoardFilter | null,
): Promise<LanesData> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const rows = await sql<Counted[]>`
      select lane, status_id, count(*)::int as count from (
        select t.status_id, ${laneOf(sql, by)} as lane from task t
        where t.project_id = ${scope.projectId} and t.archived_at is null
          ${passing(sql, filter ?? {}, scope.projectKey)}
      ) standing where lane is not null group by lane, status_id`
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

/** What the lanes' tasks stand below, in planning order. */
function headsOf(sql: Reader, scope: ProjectScope, ids: string[]) {
  const wanted = ids.filter((id) => id !== NO_LANE)
  return sql<Head[]>`
    select id, ${scope.projectKey} || '-' || number as key, title from task
    where project_id = ${scope.projectId} and id = any(${wanted}::uuid[]) order by plan_rank, number`
}
