import { sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { rawQuery } from '@/db/rawQuery'
import { project, task } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'

/**
 * Returns the current key of a task that was transferred, following further transfers; null while
 * it has not arrived, or when it is in another workspace.
 */
export async function loadCurrentKey(
  scope: WorkspaceScope,
  moved: { movedTo: Id | null; movedToProject: Id | null },
): Promise<string | null> {
  if (!moved.movedTo || !moved.movedToProject) return null
  const { db } = database()
  const passed = alias(task, 'passed')
  const found = rawQuery(
    db,
    { projectKey: project.key, number: passed.number },
    (columns) => sql`
      with recursive ${passed} as (
        select ${task}.* from ${task}
          where ${task.id} = ${moved.movedTo} and ${task.projectId} = ${moved.movedToProject}
        union
        select ${task}.* from ${passed} join ${task}
          on ${task.id} = ${passed.movedTo} and ${task.projectId} = ${passed.movedToProject}
      )
      select ${columns} from ${passed}
      join ${project} on ${project.id} = ${passed.projectId}
        and ${project.workspaceId} = ${scope.workspaceId}
      where ${passed.movedTo} is null`,
  )
  const [row] = await db.with(found).select().from(found)
  return row ? `${row.projectKey}-${row.number}` : null
}
