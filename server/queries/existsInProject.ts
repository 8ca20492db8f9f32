import { and, eq, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { projectVersion } from '@/db/schema/componentsAndVersions'
import { task } from '@/db/schema/project'
import { sprint } from '@/db/schema/sprint'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectScope } from '@/server/access/scope'

/** An item of a project with its own URL: a task by number, sprints and versions by id. */
export type ProjectEntityRef = { task: number } | { sprint: Id } | { version: Id }

/**
 * Returns whether the project contains it, in one index lookup. Archived tasks exist, removed
 * sprints and versions do not.
 */
export async function existsInProject(
  { projectId }: ProjectScope,
  entity: ProjectEntityRef,
): Promise<boolean> {
  const rows = await selectEntity(projectId, entity)
  return rows.length > 0
}

function selectEntity(projectId: Id, entity: ProjectEntityRef) {
  const { db } = database()
  if ('task' in entity) {
    return db
      .select({ id: task.id })
      .from(task)
      .where(and(eq(task.projectId, projectId), eq(task.number, entity.task)))
  }
  const [table, id] =
    'sprint' in entity
      ? ([sprint, entity.sprint] as const)
      : ([projectVersion, entity.version] as const)
  return db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.projectId, projectId), eq(table.id, id), isNull(table.removedAt)))
}
