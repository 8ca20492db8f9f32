import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { ASSIGNEE_SWIMLANE_SQL, task } from '@/db/schema/project'
import { NO_SWIMLANE, type Swimlane, type SwimlaneGrouping } from '@/domain/views/swimlanes'
import { hasPlannableType } from './plannableTasks'

/** The rule of `swimlaneOf` in domain/views/swimlanes.ts, as text; null where a task is in no swimlane. */
export function swimlaneIdSql(by: SwimlaneGrouping): SQL<string | null> {
  if (by === 'priority') return sql<string>`${task.priority}::text`
  if (by === 'person') return sql<string>`${sql.raw(ASSIGNEE_SWIMLANE_SQL)}`
  return sql<string | null>`case when ${hasPlannableType}
    then coalesce(${task.parentId}::text, ${NO_SWIMLANE}) end`
}

/** That a task stands in a lane, put so that an index leads to it. */
export function isInSwimlane({ groupBy, id }: Swimlane): SQL | undefined {
  if (groupBy === 'priority') {
    return sql`${task.priority} = ${/^\d$/.test(id) ? Number(id) : -1}`
  }
  if (groupBy === 'person') return sql`(${sql.raw(ASSIGNEE_SWIMLANE_SQL)}) = ${id}`
  return and(id === NO_SWIMLANE ? isNull(task.parentId) : eq(task.parentId, id), hasPlannableType)
}

/** The order of a lane's part of a column. An index is not followed past a column that is null. */
export function swimlaneOrder({ groupBy }: Swimlane) {
  return groupBy === 'epic' ? [task.parentId, task.rank, task.number] : [task.rank, task.number]
}
