import { and, eq, isNull, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { project, status } from '@/db/schema/project'
import type { Category, Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'

export interface ProjectWithTaskCounts {
  id: Id
  key: string
  name: string
  /** The number of tasks that are not archived, by status category. */
  todo: number
  inProgress: number
  done: number
}

/** Returns the projects of a workspace by name, each with its task counts, in one query. */
export async function loadProjects(scope: WorkspaceScope): Promise<ProjectWithTaskCounts[]> {
  return database()
    .db.select({
      id: project.id,
      key: project.key,
      name: project.name,
      todo: tasksInCategory('todo'),
      inProgress: tasksInCategory('in_progress'),
      done: tasksInCategory('done'),
    })
    .from(project)
    .leftJoin(status, and(eq(status.projectId, project.id), isNull(status.removedAt)))
    .where(eq(project.workspaceId, scope.workspaceId))
    .groupBy(project.id)
    .orderBy(sql`lower(${project.name})`, project.id)
}

const tasksInCategory = (category: Category) =>
  sql<number>`coalesce(sum(${status.taskCount}) filter (where ${status.category} = ${category}), 0)::int`
