import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'

/** What has an address of its own in a project: a task by its number, the others by their ids. */
export type Addressed = { task: number } | { sprint: Id } | { version: Id }

/** Whether the project has it: one look into an index. Archived tasks are there, removed ones not. */
export async function exists({ projectId }: ProjectScope, what: Addressed): Promise<boolean> {
  const { sql } = database()
  const [found] =
    'task' in what
      ? await sql`select 1 from task where project_id = ${projectId} and number = ${what.task}`
      : 'sprint' in what
        ? await sql`select 1 from sprint
            where project_id = ${projectId} and id = ${what.sprint} and removed_at is null`
        : await sql`select 1 from fix_version
            where project_id = ${projectId} and id = ${what.version} and removed_at is null`
  return found !== undefined
}
