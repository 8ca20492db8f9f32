import { type Row, toStatus } from '@/db/rows'
import { task } from '@/db/schema/project'
import type { StatusId } from '@/domain/kernel/primitives'
import {
  FILTERABLE_FIELDS,
  type FilterableField,
  isSetField,
  NO_VALUE,
  TASK_FIELDS,
} from '@/domain/task/fields'
import {
  type BoardFilter,
  type Card,
  type FilteredBoard,
  isEmptyFilter,
} from '@/domain/views/board'
import type { Swimlane } from '@/domain/views/swimlanes'
import type { ProjectScope } from '@/server/access/scope'
import { afterRankSql, withPeopleOnCards } from './board'
import {
  CARDS_PER_PAGE,
  cardColumns,
  FIRST_CARDS_PER_COLUMN,
  groupByColumn,
  toCard,
} from './cardRows'
import { readSnapshot, type SqlReader } from './snapshot'
import { inSwimlaneSql, swimlaneOrderSql } from './swimlaneSql'

/** The first cards of each column that pass a filter, and how many there are. */
export async function loadFilteredBoard(
  scope: ProjectScope,
  filter: BoardFilter,
): Promise<FilteredBoard> {
  const { seq, data } = await readSnapshot(scope.projectId, async (sql) => {
    const [statuses, rows] = await Promise.all([
      sql<Row[]>`select * from status where project_id = ${scope.projectId} order by rank, id`,
      selectFirstMatching(sql, scope, filter),
    ])
    const activeStatuses = statuses.map(toStatus).filter((status) => !status.removedAt)
    const counts = new Map(rows.map((row) => [String(row.status_id), Number(row.count)]))
    const ids = activeStatuses.map((status) => status.id)
    const columns = groupByColumn(ids, rows, FIRST_CARDS_PER_COLUMN).map((column) => ({
      ...column,
      count: counts.get(column.statusId) ?? 0,
    }))
    const people = await withPeopleOnCards(
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
function selectFirstMatching(sql: SqlReader, scope: ProjectScope, filter: BoardFilter) {
  const { swimlane, ...rest } = filter
  if (swimlane && isEmptyFilter(rest)) return selectFirstOfSwimlane(sql, scope, swimlane)
  return sql<Row[]>`
    select * from (
      select ${cardColumns(sql)},
        row_number() over (partition by t.status_id order by t.rank, t.number) as place,
        count(*) over (partition by t.status_id)::int as count
      from task t
      where t.project_id = ${scope.projectId} and t.archived_at is null
        ${filterSql(sql, filter, scope.projectKey)}
    ) passed where place <= ${FIRST_CARDS_PER_COLUMN + 1} order by place`
}

/** The same of a whole swimlane, at the same cost however long it is: its counts are kept. */
function selectFirstOfSwimlane(sql: SqlReader, { projectId }: ProjectScope, swimlane: Swimlane) {
  return sql<Row[]>`
    select c.*, k.tasks as count from swimlane_count k cross join lateral (
      select ${cardColumns(sql)} from task t
      where t.project_id = ${projectId} and t.status_id = k.status_id and t.archived_at is null
        ${inSwimlaneSql(sql, swimlane)}
      order by ${swimlaneOrderSql(sql, swimlane)} limit ${FIRST_CARDS_PER_COLUMN + 1}
    ) c
    where k.project_id = ${projectId} and k.group_by = ${swimlane.groupBy} and k.swimlane = ${swimlane.id}
      and k.tasks > 0`
}

/** The next cards of a column that pass a filter, behind a position in it. */
export async function loadFilteredColumnPage(
  scope: ProjectScope,
  statusId: StatusId,
  after: { rank: string; number: number } | null,
  filter: BoardFilter,
): Promise<{ seq: number; cards: Card[]; complete: boolean }> {
  const { seq, data } = await readSnapshot(
    scope.projectId,
    (sql) => sql<Row[]>`
      select ${cardColumns(sql)} from task t
      where t.project_id = ${scope.projectId} and t.status_id = ${statusId}
        and t.archived_at is null ${afterRankSql(sql, after)}
        ${filterSql(sql, filter, scope.projectKey)}
      order by ${filter.swimlane ? swimlaneOrderSql(sql, filter.swimlane) : sql`t.rank, t.number`}
      limit ${CARDS_PER_PAGE + 1}`,
  )
  const found = data.slice(0, CARDS_PER_PAGE).map(toCard)
  return { seq, cards: found, complete: data.length <= CARDS_PER_PAGE }
}

/** The rule of `matchesFilter` in domain/views/board.ts, as conditions on `t`. */
export function filterSql(sql: SqlReader, filter: BoardFilter, projectKey: string) {
  const text = filter.text?.trim().toLowerCase()
  const { sprint, swimlane } = filter
  return sql`
    ${text ? sql`and (position(${text} in lower(t.title)) > 0 or starts_with(lower(${projectKey} || '-' || t.number), ${text}))` : sql``}
    ${FILTERABLE_FIELDS.map((field) => fieldFilterSql(sql, field, filter[field] ?? []))}
    ${sprint ? sql`and t.sprint_id = ${sprint} and t.type in ('story', 'task', 'bug')` : sql``}
    ${swimlane ? inSwimlaneSql(sql, swimlane) : sql``}`
}

/** The rule of `passesFieldFilter` in domain/task/fields.ts, for the field's column. */
function fieldFilterSql(sql: SqlReader, field: FilterableField, wanted: readonly unknown[]) {
  if (wanted.length === 0) return sql``
  const column = task[field]
  const ref = sql`t.${sql(column.name)}`
  const isSet = isSetField(field)
  const type = sql.unsafe(isSet ? column.getSQLType() : `${column.getSQLType()}[]`)
  const isEmpty = isSet ? sql`cardinality(${ref}) = 0` : sql`${ref} is null`
  const takesEmpty = TASK_FIELDS[field].filter === 'valuesOrNone' && wanted.includes(NO_VALUE)
  const values = wanted.filter((value) => !takesEmpty || value !== NO_VALUE).map(String)
  const matches = isSet ? sql`${ref} && ${values}::${type}` : sql`${ref} = any(${values}::${type})`
  return sql`and (${matches} ${takesEmpty ? sql`or ${isEmpty}` : sql``})`
}
