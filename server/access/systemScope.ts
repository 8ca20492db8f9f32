import { and, eq, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { person, workspace } from '@/db/schema/people'
import { project } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { notFound } from './apiError'
import {
  projectScopeFields,
  toProjectScope,
  toWorkspaceScope,
  workspaceScopeFields,
} from './authorize'
import type { ProjectScope, WorkspaceScope } from './scope'

/**
 * Returns the scope of a person for a process that an operator started: importer, demo data,
 * benchmarks, jobs that continue after their request. It checks no session, so the person must
 * never come from network input.
 * @throws ApiError when the person does not exist or was removed
 */
export async function systemScope(personId: Id): Promise<WorkspaceScope> {
  const [row] = await database()
    .db.select(workspaceScopeFields)
    .from(person)
    .innerJoin(workspace, eq(workspace.id, person.workspaceId))
    .where(and(eq(person.id, personId), isNull(person.removedAt)))
  if (!row) throw notFound()
  return toWorkspaceScope(row)
}

/**
 * Returns the scope of a person in a project, as `systemScope` does.
 * @throws ApiError when the project is not in the person's workspace
 */
export async function systemProjectScope(personId: Id, projectId: Id): Promise<ProjectScope> {
  const [row] = await database()
    .db.select(projectScopeFields)
    .from(person)
    .innerJoin(workspace, eq(workspace.id, person.workspaceId))
    .innerJoin(project, eq(project.workspaceId, workspace.id))
    .where(and(eq(person.id, personId), isNull(person.removedAt), eq(project.id, projectId)))
  if (!row) throw notFound()
  return toProjectScope(row)
}
