import { type BoardFilter, type Card, type FilteredBoard, isEmptyFilter } from '@/domain/board'
import type { Lane } from '@/domain/lanes'
import type { StatusId } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { type Row, toStatus } from '@/server/log/rows'
import { behind, withNamed } from './board'
import { cardColumns, FIRST_CARDS, PAGE_OF_CARDS, toCard, toColumns } from './boardRows'
import { inLane, orderInLane } from './laneOf'
import { type Reader, snapshot } from './snapshot'

/** The first cards of each column that pass a filter, and how many there are. */
export async function filteredBoard(
  scope: ProjectScope,
  filter: BoardFilter,
): Promise<FilteredBoard> {
  const { seq, data } = await snapshot(scope.projectId, async (sql) => {
    const [statuses, rows] = await Promise.all([
      sql<Row[]>`select * from status where project_id = ${scope.projectId} order by rank, id`,
      firstPassing(sql, scope, filter),
    ])
    const live = statuses.map(toStatus).filter((status) => !status.removedAt)
    const counts = new Map(rows.map((row) => [String(row.status_id), Number(row.count)]))
    const ids = live.map((status) => status.id)
    const columns = toColumns(ids, rows, FIRST_CARDS).map((column) => ({
      ...column,
      count: counts.get(column.statusId) ?? 0,
    }))
    const people = await withNamed(
      sql,
      scope,
      [],
      columns.flatMap((column) => column.cards),
    )
    return { columns, people }
  })
  return { seq, ...data }
}

/** The first cards of each column, in their order, each with the `count` of its column. */
function firstPassing(sql: Reader, scope: ProjectScope, filter: BoardFilter) {
  const { lane, ...rest } = filter
  if (lane && isEmptyFilter(rest)) return firstOfLane(sql, scope, lane)
  return sql<Row[]>`
    select * from (
      select ${cardColumns(sql)},
        row_number() over (partition by t.status_id order by t.rank, t.number) as place,
        count(*) over (partition by t.status_id)::int as count
      from task t
      where t.project_id = ${scope.projectId} and t.archived_at is null
        ${passing(sql, filter, scope.projectKey)}
    ) passed where place <= ${FIRST_CARDS + 1} order by place`
}

/** The same of a whole lane, at the same cost however long it is: its counts are kept. */
function firstOfLane(sql: Reader, { projectId }: ProjectScope, lane: Lane) {
  return sql<Row[]>`
    select c.*, k.tasks as count from lane_count k cross join lateral (
      select ${cardColumns(sql)} from task t
      where t.project_id = ${projectId} and t.status_id = k.status_id and t.archived_at is null
        ${inLane(sql, lane)}
      order by ${orderInLane(sql, lane)} limit ${FIRST_CARDS + 1}
    ) c
    where k.project_id = ${projectId} and k.goes_by = ${lane.by} and k.lane = ${lane.id}
      and k.tasks > 0`
}

/** The next cards of a column that pass a filter, behind a position in it. */
export async function filteredPage(
  scope: ProjectScope,
  statusId: StatusId,
  after: { rank: string; number: number } | null,
  filter: BoardFilter,
): Promise<{ seq: number; cards: Card[]; complete: boolean }> {
  const { seq, data } = await snapshot(
    scope.projectId,
    (sql) => sql<Row[]>`
      select ${cardColumns(sql)} from task t
      where t.project_id = ${scope.projectId} and t.status_id = ${statusId}
        and t.archived_at is null ${behind(sql, after)}
        ${passing(sql, filter, scope.projectKey)}
      order by ${filter.lane ? orderInLane(sql, filter.lane) : sql`t.rank, t.number`}
      limit ${PAGE_OF_CARDS + 1}`,
  )
  const found = data.slice(0, PAGE_OF_CARDS).map(toCard)
  return { seq, cards: found, complete: data.length <= PAGE_OF_CARDS }
}

/** The rule of `passes` in domain/board.ts, as conditions on `t`. */
export function passing(sql: Reader, filter: BoardFilter, projectKey: string) {
  const text = filter.text?.trim().toLowerCase()
  const { people, labels, types, sprint, lane } = filter
  const ids = people?.filter((id) => id !== 'none') ?? []
  return sql`
    ${text ? sql`and (position(${text} in lower(t.title)) > 0 or starts_with(lower(${projectKey} || '-' || t.number), ${text}))` : sql``}
    ${people?.length ? sql`and (t.assignees && ${ids}::uuid[] ${people.includes('none') ? sql`or t.assignees = '{}'` : sql``})` : sql``}
    ${labels?.length ? sql`and t.labels && ${labels}::text[]` : sql``}
    ${types?.length ? sql`and t.type = any(${types}::text[])` : sql``}
    ${sprint ? sql`and t.sprint_id = ${sprint} and t.type in ('story', 'task', 'bug')` : sql``}
    ${lane ? inLane(sql, lane) : sql``}`
}
