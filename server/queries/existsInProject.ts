import { and, eq, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { projectVersion } from '@/db/schema/componentsAndVersions'
import { task } from '@/db/schema/project'
import { sprint } from '@/db/schema/sprint'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectScope } from '@/server/access/scope'

/** What has an address of its own in a project: a task by its number, the others by their ids. */
export type ProjectEntityRef = { task: number } | { sprint: Id } | { version: Id }

/** Whether the project has it: one look into an index. Archived tasks are there, removed ones not. */
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
