import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { notFound } from './apiError'
import {
  type ProjectScopeRow,
  scopeColumns,
  toProjectScope,
  toWorkspaceScope,
  type WorkspaceScopeRow,
} from './authorize'
import type { ProjectScope, WorkspaceScope } from './scope'

/**
 * The scope of a person for a process that whoever runs the house started by hand: importer, demo
 * data, benchmarks, jobs that go on after their request. No session is asked for, so nothing that
 * came over the network may choose the person.
 * @throws ApiError when the person does not exist or was removed
 */
export async function systemScope(personId: Id): Promise<WorkspaceScope> {
  const { sql } = database()
  const [row] = await sql<WorkspaceScopeRow[]>`
    select ${scopeColumns()}
    from person join workspace on workspace.id = person.workspace_id
    where person.id = ${personId} and person.removed_at is null`
  if (!row) throw notFound()
  return toWorkspaceScope(row)
}

/**
 * The same in a project.
 * @throws ApiError when it is not a project of the person's workspace
 */
export async function systemProjectScope(personId: Id, projectId: Id): Promise<ProjectScope> {
  const { sql } = database()
  const [row] = await sql<ProjectScopeRow[]>`
    select ${scopeColumns()}, project.id as "projectId", project.key as "projectKey"
    from person
    join workspace on workspace.id = person.workspace_id
    join project on project.workspace_id = workspace.id
    where person.id = ${personId} and person.removed_at is null and project.id = ${projectId}`
  if (!row) throw notFound()
  return toProjectScope(row)
}
