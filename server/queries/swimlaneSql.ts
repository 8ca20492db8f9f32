import { and, isNull, type Placeholder, type SQL, sql } from 'drizzle-orm'
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

/** The swimlanes whose tasks are found by the same statement with another value. */
export type SwimlaneKind = SwimlaneGrouping | 'noEpic'
export const swimlaneKind = ({ groupBy, id }: Swimlane): SwimlaneKind =>
  groupBy === 'epic' && id === NO_SWIMLANE ? 'noEpic' : groupBy

/** Returns what the tasks of a swimlane have in the field that it is made by. */
export const swimlaneValue = ({ groupBy, id }: Swimlane): string | number =>
  groupBy !== 'priority' ? id : /^\d$/.test(id) ? Number(id) : -1

/** Returns the condition that a task is in a swimlane. */
export const isInSwimlane = (swimlane: Swimlane): SQL | undefined =>
  isInSwimlaneOf(swimlaneKind(swimlane), swimlaneValue(swimlane))

/** Returns the condition that a task is in the swimlane of a value, in the form its index needs. */
export function isInSwimlaneOf(
  kind: SwimlaneKind,
  value: string | number | Placeholder,
): SQL | undefined {
  if (kind === 'priority') return sql`${task.priority} = ${value}`
  if (kind === 'person') return sql`(${sql.raw(ASSIGNEE_SWIMLANE_SQL)}) = ${value}`
  return and(
    kind === 'noEpic' ? isNull(task.parentId) : sql`${task.parentId} = ${value}`,
    hasPlannableType,
  )
}

/**
 * Returns the order of the cards in one cell of a swimlane. It includes the parent, because
 * PostgreSQL does not use the order of an index after a column that is compared with `is null`.
 */
export function swimlaneOrder(kind: SwimlaneKind) {
  return kind === 'epic' || kind === 'noEpic'
    ? [task.parentId, task.rank, task.number]
    : [task.rank, task.number]
}
