import { and, isNull, sql } from 'drizzle-orm'
import { task } from '@/db/schema/project'

// Constants are part of the statement and not parameters: only then can PostgreSQL prove that a
// partial index covers the condition.

/** Stories, tasks and bugs: the types that are planned in sprints and that epics contain. */
export const hasPlannableType = sql`${task.type} in ('story', 'task', 'bug')`

/** Tasks that can be in a sprint or the backlog. */
export const isPlannable = and(isNull(task.archivedAt), hasPlannableType)
