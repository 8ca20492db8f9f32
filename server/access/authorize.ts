import type { Fragment } from 'postgres'
import { database } from '@/db/client'
import type { Id, Role } from '@/domain/kernel/primitives'
import { describeRequest } from '@/server/observability/requestContext'
import type { ProjectScope, WorkspaceScope } from './scope'

/**
 * Who is at the door: a signed-in browser by its session, which must be live at this moment, or an
 * account that was checked already. When both are given the session is checked.
 */
export type Caller = { sessionId: Id } | { id: Id }

export interface WorkspaceScopeRow {
  personId: Id
  name: string
  role: Role
  roleSince: string
  formerRole: Role | null
  workspaceId: Id
  slug: string
}
export type ProjectScopeRow = WorkspaceScopeRow & { projectId: Id; projectKey: string }

/**
 * The caller as somebody of the workspace at `slug`, read in one query. Null when there is no such
 * workspace, or the caller was never in it, or no longer is.
 */
export async function authorizeWorkspace(
  caller: Caller,
  slug: string,
): Promise<WorkspaceScope | null> {
  if (!isSlugOrKey(slug)) return null
  const { sql } = database()
  const [row] = await sql<WorkspaceScopeRow[]>`
    select ${scopeColumns()}
    from workspace join person on person.workspace_id = workspace.id
    where workspace.slug = ${slug} and ${callerCondition(caller)}`
  return row ? toWorkspaceScope(row) : null
}

/** The caller in the project with `key` of the workspace at `slug`; null as in `authorizeWorkspace`. */
export async function authorizeProject(
  caller: Caller,
  slug: string,
  key: string,
): Promise<ProjectScope | null> {
  if (!isSlugOrKey(slug) || !isSlugOrKey(key)) return null
  const { sql } = database()
  return selectProjectScope(caller, sql`workspace.slug = ${slug} and project.key = ${key}`)
}

/**
 * The caller in the project with this id; null as in `authorizeWorkspace`.
 * @param projectId a UUID; anything else is an error of the database
 */
export function authorizeProjectById(caller: Caller, projectId: Id): Promise<ProjectScope | null> {
  const { sql } = database()
  return selectProjectScope(caller, sql`project.id = ${projectId}`)
}

/** From a workspace that was entered into one of its projects; null when it has no such key. */
export async function authorizeProjectInWorkspace(
  scope: WorkspaceScope,
  key: string,
): Promise<ProjectScope | null> {
  if (!isSlugOrKey(key)) return null
  const { sql } = database()
  const [row] = await sql<{ id: Id }[]>`
    select id from project where workspace_id = ${scope.workspaceId} and key = ${key}`
  return row ? { ...scope, projectId: row.id, projectKey: key } : null
}

async function selectProjectScope(
  caller: Caller,
  condition: Fragment,
): Promise<ProjectScope | null> {
  const { sql } = database()
  const [row] = await sql<ProjectScopeRow[]>`
    select ${scopeColumns()}, project.id as "projectId", project.key as "projectKey"
    from project
    join workspace on workspace.id = project.workspace_id
    join person on person.workspace_id = workspace.id
    where ${condition} and ${callerCondition(caller)}`
  return row ? toProjectScope(row) : null
}

/** The columns that every scope is made from, for statements that join person and workspace. */
export function scopeColumns(): Fragment {
  return database().sql`
    person.id as "personId", person.name, person.role, person.role_since as "roleSince",
    person.former_role as "formerRole", workspace.id as "workspaceId", workspace.slug`
}

/** A scope is made here alone, from rows that the access check has let through. */
export function toWorkspaceScope(row: WorkspaceScopeRow): WorkspaceScope {
  const { workspaceId, slug, personId, name, role, formerRole } = row
  const roleSince = new Date(row.roleSince).toISOString()
  const person = { id: personId, name, role, roleSince, formerRole }
  describeRequest({ person: personId, workspace: slug })
  return { workspaceId, slug, person } as WorkspaceScope
}

/** The same for a project. */
export function toProjectScope(row: ProjectScopeRow): ProjectScope {
  describeRequest({ project: row.projectId })
  return { ...toWorkspaceScope(row), projectId: row.projectId, projectKey: row.projectKey }
}

// Slugs and keys are made of nothing else; PostgreSQL would choke on some of what is not.
const isSlugOrKey = (text: string) => /^[A-Za-z0-9-]{1,100}$/.test(text)

function callerCondition(caller: Caller): Fragment {
  const { sql } = database()
  if (!('sessionId' in caller)) {
    return sql`person.account_id = ${caller.id} and person.removed_at is null`
  }
  return sql`person.removed_at is null and person.account_id = (
    select account_id from session
    where id = ${caller.sessionId} and revoked_at is null and expires_at > now())`
}
