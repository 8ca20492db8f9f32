import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { ASSIGNEE_SWIMLANE_SQL, task } from '@/db/schema/project'
import { NO_SWIMLANE, type Swimlane, type SwimlaneGrouping } from '@/domain/views/swimlanes'
import { hasPlannableType } from './plannableTasks'

/**
 * Returns the rule of `swimlaneOf` in domain/views/swimlanes.ts as SQL text; null where a task is
 * in no swimlane.
 */
export function swimlaneIdSql(by: SwimlaneGrouping): SQL<string | null> {
  if (by === 'priority') return sql<string>`${task.priority}::text`
  if (by === 'person') return sql<string>`${sql.raw(ASSIGNEE_SWIMLANE_SQL)}`
  return sql<string | null>`case when ${hasPlannableType}
    then coalesce(${task.parentId}::text, ${NO_SWIMLANE}) end`
}

/** Returns the condition that a task is in a swimlane, in the form that its index needs. */
export function isInSwimlane({ groupBy, id }: Swimlane): SQL | undefined {
  if (groupBy === 'priority') {
    return sql`${task.priority} = ${/^\d$/.test(id) ? Number(id) : -1}`
  }
  if (groupBy === 'person') return sql`(${sql.raw(ASSIGNEE_SWIMLANE_SQL)}) = ${id}`
  return and(id === NO_SWIMLANE ? isNull(task.parentId) : eq(task.parentId, id), hasPlannableType)
}

/**
 * Returns the order of the cards in one cell of a swimlane. It includes the parent, because
 * PostgreSQL does not use the order of an index after a column that is compared with `is null`.
 */
export function swimlaneOrder({ groupBy }: Swimlane) {
  return groupBy === 'epic' ? [task.parentId, task.rank, task.number] : [task.rank, task.number]
}
