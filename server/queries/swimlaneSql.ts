import { ASSIGNEE_SWIMLANE_SQL } from '@/db/schema/project'
import { NO_SWIMLANE, type Swimlane, type SwimlaneGrouping } from '@/domain/views/swimlanes'
import type { SqlReader } from './snapshot'

/** The rule of `swimlaneOf` in domain/views/swimlanes.ts, as text; null where a task is in no swimlane. */
export function swimlaneIdSql(sql: SqlReader, by: SwimlaneGrouping) {
  if (by === 'priority') return sql`t.priority::text`
  if (by === 'person') return sql.unsafe(ASSIGNEE_SWIMLANE_SQL)
  return sql`case when t.type in ('story', 'task', 'bug')
    then coalesce(t.parent_id::text, ${NO_SWIMLANE}) end`
}

/** That a task stands in a lane, put so that an index leads to it. */
export function inSwimlaneSql(sql: SqlReader, { groupBy, id }: Swimlane) {
  if (groupBy === 'priority') return sql`and t.priority = ${/^\d$/.test(id) ? Number(id) : -1}`
  if (groupBy === 'person') return sql`and (${sql.unsafe(ASSIGNEE_SWIMLANE_SQL)}) = ${id}`
  const parentCondition = id === NO_SWIMLANE ? sql`t.parent_id is null` : sql`t.parent_id = ${id}`
  return sql`and ${parentCondition} and t.type in ('story', 'task', 'bug')`
}

/** The order of a lane's part of a column. An index is not followed past a column that is null. */
export function swimlaneOrderSql(sql: SqlReader, { groupBy }: Swimlane) {
  return groupBy === 'epic' ? sql`t.parent_id, t.rank, t.number` : sql`t.rank, t.number`
}
