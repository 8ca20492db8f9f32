import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'

export interface ProjectWithTaskCounts {
  id: Id
  key: string
  name: string
  /** Tasks that are not archived, by how far they are. */
  todo: number
  inProgress: number
  done: number
}

/** The projects of a workspace by name, with how many tasks each has; one query. */
export async function loadProjects(scope: WorkspaceScope): Promise<ProjectWithTaskCounts[]> {
  const { sql } = database()
  return sql<ProjectWithTaskCounts[]>`
    select project.id, project.key, project.name,
      coalesce(sum(task_count) filter (where category = 'todo'), 0)::int as todo,
      coalesce(sum(task_count) filter (where category = 'in_progress'), 0)::int as "inProgress",
      coalesce(sum(task_count) filter (where category = 'done'), 0)::int as done
    from project left join status on status.project_id = project.id and removed_at is null
    where project.workspace_id = ${scope.workspaceId}
    group by project.id
    order by lower(project.name), project.id`
}
