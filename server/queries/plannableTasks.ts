import { and, isNull, sql } from 'drizzle-orm'
import { task } from '@/db/schema/project'

// Constants are written into the statement, not sent beside it: only then can PostgreSQL see that
// a partial index holds all that is asked for.

/** Stories, tasks and bugs: what is planned, and what epics hold. */
export const hasPlannableType = sql`${task.type} in ('story', 'task', 'bug')`

/** What can stand in a sprint or the backlog. */
export const isPlannable = and(isNull(task.archivedAt), hasPlannableType)
