import type { Fragment } from 'postgres'
import { database } from '@/db/client'
import type { Id, Role } from '@/domain/words'
import type { ProjectScope, WorkspaceScope } from './scope'

/**
 * Who is at the door: a signed-in browser by its session, which must be live at this moment, or an
 * account that was checked already. When both are given the session is checked.
 */
export type Caller = { sessionId: Id } | { id: Id }

export interface WorkspaceRow {
  personId: Id
  name: string
  role: Role
  roleSince: string
  formerRole: Role | null
  workspaceId: Id
  slug: string
}
export type ProjectRow = WorkspaceRow & { projectId: Id; projectKey: string }

/**
 * The caller as somebody of the workspace at `slug`, read in one query. Null when there is no such
 * workspace, or the caller was never in it, or no longer is.
 */
export async function enterWorkspace(caller: Caller, slug: string): Promise<WorkspaceScope | null> {
  if (!isWord(slug)) return null
  const { sql } = database()
  const [row] = await sql<WorkspaceRow[]>`
    select ${workspaceColumns()}
    from workspace join person on person.workspace_id = workspace.id
    where workspace.slug = ${slug} and ${isCaller(caller)}`
  return row ? workspaceScope(row) : null
}

/** The caller in the project with `key` of the workspace at `slug`; null as in `enterWorkspace`. */
export async function enterProject(
  caller: Caller,
  slug: string,
  key: string,
): Promise<ProjectScope | null> {
  if (!isWord(slug) || !isWord(key)) return null
  const { sql } = database()
  return projectWhere(caller, sql`workspace.slug = ${slug} and project.key = ${key}`)
}

/**
 * The caller in the project with this id; null as in `enterWorkspace`.
 * @param projectId a UUID; anything else is an error of the database
 */
export function enterProjectById(caller: Caller, projectId: Id): Promise<ProjectScope | null> {
  const { sql } = database()
  return projectWhere(caller, sql`project.id = ${projectId}`)
}

/** From a workspace that was entered into one of its projects; null when it has no such key. */
export async function projectOf(scope: WorkspaceScope, key: string): Promise<ProjectScope | null> {
  if (!isWord(key)) return null
  const { sql } = database()
  const [row] = await sql<{ id: Id }[]>`
    select id from project where workspace_id = ${scope.workspaceId} and key = ${key}`
  return row ? { ...scope, projectId: row.id, projectKey: key } : null
}

async function projectWhere(caller: Caller, named: Fragment): Promise<ProjectScope | null> {
  const { sql } = database()
  const [row] = await sql<ProjectRow[]>`
    select ${workspaceColumns()}, project.id as "projectId", project.key as "projectKey"
    from project
    join workspace on workspace.id = project.workspace_id
    join person on person.workspace_id = workspace.id
    where ${named} and ${isCaller(caller)}`
  return row ? projectScope(row) : null
}

/** The columns that every scope is made from, for statements that join person and workspace. */
export function workspaceColumns(): Fragment {
  return database().sql`
    person.id as "personId", person.name, person.role, person.role_since as "roleSince",
    person.former_role as "formerRole", workspace.id as "workspaceId", workspace.slug`
}

/** A scope is made here alone, from rows that the access check has let through. */
export function workspaceScope(row: WorkspaceRow): WorkspaceScope {
  const { workspaceId, slug, personId, name, role, formerRole } = row
  const roleSince = new Date(row.roleSince).toISOString()
  const person = { id: personId, name, role, roleSince, formerRole }
  return { workspaceId, slug, person } as WorkspaceScope
}

/** The same for a project. */
export function projectScope(row: ProjectRow): ProjectScope {
  return { ...workspaceScope(row), projectId: row.projectId, projectKey: row.projectKey }
}

// Slugs and keys are made of nothing else; PostgreSQL would choke on some of what is not.
const isWord = (text: string) => /^[A-Za-z0-9-]{1,100}$/.test(text)

function isCaller(caller: Caller): Fragment {
  const { sql } = database()
  if (!('sessionId' in caller)) {
    return sql`person.account_id = ${caller.id} and person.removed_at is null`
  }
  return sql`person.removed_at is null and person.account_id = (
    select account_id from session
    where id = ${caller.sessionId} and revoked_at is null and expires_at > now())`
}
