import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { status, task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import type { ChildProgress } from '@/domain/views/relations'
import { isStatusOfTask } from './relatedTasks'

const isDone = sql`${status.category} = 'done'`

/** The number of tasks and of done tasks, and the same in story points. */
export const progressColumns = {
  total: sql<number>`count(*)::int`,
  done: sql<number>`(count(*) filter (where ${isDone}))::int`,
  totalPoints: sql<number>`coalesce(sum(${task.estimate}), 0)::float8`,
  donePoints: sql<number>`coalesce(sum(${task.estimate}) filter (where ${isDone}), 0)::float8`,
}

/**
 * Returns the progress of each task's children, using the index on parents. Tasks without children
 * are left out.
 */
export async function selectChildProgress(
  db: Queryable,
  projectId: Id,
  ids: readonly Id[],
): Promise<Map<Id, ChildProgress>> {
  const rows = await db
    .select({ id: sql<Id>`${task.parentId}`, ...progressColumns })
    .from(task)
    .innerJoin(status, isStatusOfTask)
    .where(and(isAnyOf(task.parentId, ids), eq(task.projectId, projectId), isNull(task.archivedAt)))
    .groupBy(task.parentId)
  return new Map(rows.map(({ id, ...progress }) => [id, progress]))
}
