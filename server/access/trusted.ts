import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import {
  type ProjectRow,
  projectScope,
  type WorkspaceRow,
  workspaceColumns,
  workspaceScope,
} from './enter'
import { missing } from './problem'
import type { ProjectScope, WorkspaceScope } from './scope'

/**
 * The scope of a person for a process that whoever runs the house started by hand: importer, demo
 * data, benchmarks, jobs that go on after their request. No session is asked for, so nothing that
 * came over the network may choose the person.
 * @throws Problem when the person does not exist or was removed
 */
export async function trustedScope(personId: Id): Promise<WorkspaceScope> {
  const { sql } = database()
  const [row] = await sql<WorkspaceRow[]>`
    select ${workspaceColumns()}
    from person join workspace on workspace.id = person.workspace_id
    where person.id = ${personId} and person.removed_at is null`
  if (!row) throw missing()
  return workspaceScope(row)
}

/**
 * The same in a project.
 * @throws Problem when it is not a project of the person's workspace
 */
export async function trustedProjectScope(personId: Id, projectId: Id): Promise<ProjectScope> {
  const { sql } = database()
  const [row] = await sql<ProjectRow[]>`
    select ${workspaceColumns()}, project.id as "projectId", project.key as "projectKey"
    from person
    join workspace on workspace.id = person.workspace_id
    join project on project.workspace_id = workspace.id
    where person.id = ${personId} and person.removed_at is null and project.id = ${projectId}`
  if (!row) throw missing()
  return projectScope(row)
}
