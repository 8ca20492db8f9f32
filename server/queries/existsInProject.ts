import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectScope } from '@/server/access/scope'

/** What has an address of its own in a project: a task by its number, the others by their ids. */
export type ProjectEntityRef = { task: number } | { sprint: Id } | { version: Id }

/** Whether the project has it: one look into an index. Archived tasks are there, removed ones not. */
export async function existsInProject(
  { projectId }: ProjectScope,
  entity: ProjectEntityRef,
): Promise<boolean> {
  const { sql } = database()
  const [found] =
    'task' in entity
      ? await sql`select 1 from task where project_id = ${projectId} and number = ${entity.task}`
      : 'sprint' in entity
        ? await sql`select 1 from sprint
            where project_id = ${projectId} and id = ${entity.sprint} and removed_at is null`
        : await sql`select 1 from project_version
            where project_id = ${projectId} and id = ${entity.version} and removed_at is null`
  return found !== undefined
}
