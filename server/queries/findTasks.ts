import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { project, task } from '@/db/schema/project'
import type { Id, TaskType } from '@/domain/kernel/primitives'
import type { RelatedTask } from '@/domain/views/relations'
import type { WorkspaceScope } from '@/server/access/scope'
import { matchesText } from './boardFilter'
import { selectRelatedTasks, toRelatedTask } from './relatedTasks'

const MAX_RESULTS = 20

/** The criteria of a task search. */
export interface TaskSearch {
  /** Part of a title or the start of a key; empty for the tasks that changed last. */
  text: string
  projectId?: Id
  types?: TaskType[]
}

/**
 * Returns at most 20 tasks of the workspace that are not archived: exact keys first, then the
 * latest.
 */
export async function findTasks(scope: WorkspaceScope, search: TaskSearch): Promise<RelatedTask[]> {
  const searchText = search.text.trim().toLowerCase()
  const hasWholeKey = sql`lower(${project.key} || '-' || ${task.number}) = ${searchText}`
  const rows = await selectRelatedTasks(database().db, scope)
    .where(
      and(
        isNull(task.archivedAt),
        search.projectId ? eq(task.projectId, search.projectId) : undefined,
        search.types ? isAnyOf(task.type, search.types) : undefined,
        searchText ? matchesText(searchText, sql`${project.key}`) : undefined,
      ),
    )
    .orderBy(desc(hasWholeKey), desc(task.updatedAt), task.id)
    .limit(MAX_RESULTS)
  return rows.map(toRelatedTask)
}
