import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'

/**
 * The key under which a task that has left for another project lives now, wherever it went from
 * there; null while it has not arrived, or is of another workspace.
 */
export async function loadCurrentKey(
  scope: WorkspaceScope,
  task: { movedTo: Id | null; movedToProject: Id | null },
): Promise<string | null> {
  const { sql } = database()
  if (!task.movedTo || !task.movedToProject) return null
  const [row] = await sql<{ key: string }[]>`
    with recursive way as (
      select t.id, t.project_id, t.number, t.moved_to, t.moved_to_project from task t
        where t.id = ${task.movedTo} and t.project_id = ${task.movedToProject}
      union
      select t.id, t.project_id, t.number, t.moved_to, t.moved_to_project from way w
        join task t on t.id = w.moved_to and t.project_id = w.moved_to_project
    )
    select p.key || '-' || w.number as key from way w
    join project p on p.id = w.project_id and p.workspace_id = ${scope.workspaceId}
    where w.moved_to is null`
  return row?.key ?? null
}
