import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import { database } from '@/db/client'
import { person, session, workspace } from '@/db/schema/people'
import { project } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { describeRequest } from '@/server/observability/requestContext'
import type { ProjectScope, WorkspaceScope } from './scope'

/**
 * Who is at the door: a signed-in browser by its session, which must be live at this moment, or an
 * account that was checked already. When both are given the session is checked.
 */
export type Caller = { sessionId: Id } | { id: Id }

/** What a workspace's scope is made from, for queries that join person and workspace. */
export const workspaceScopeFields = {
  personId: person.id,
  name: person.name,
  role: person.role,
  roleSince: person.roleSince,
  formerRole: person.formerRole,
  workspaceId: workspace.id,
  slug: workspace.slug,
}
type WorkspaceScopeRow = SelectResultFields<typeof workspaceScopeFields>

/** The same for a project's, which is joined as well. */
export const projectScopeFields = {
  ...workspaceScopeFields,
  projectId: project.id,
  projectKey: project.key,
}
type ProjectScopeRow = SelectResultFields<typeof projectScopeFields>

/**
 * The caller as somebody of the workspace at `slug`, read in one query. Null when there is no such
 * workspace, or the caller was never in it, or no longer is.
 */
export async function authorizeWorkspace(
  caller: Caller,
  slug: string,
): Promise<WorkspaceScope | null> {
  if (!isSlugOrKey(slug)) return null
  const [row] = await database()
    .db.select(workspaceScopeFields)
    .from(workspace)
    .innerJoin(person, eq(person.workspaceId, workspace.id))
    .where(and(eq(workspace.slug, slug), isCaller(caller)))
  return row ? toWorkspaceScope(row) : null
}

/** The caller in the project with `key` of the workspace at `slug`; null as in `authorizeWorkspace`. */
export async function authorizeProject(
  caller: Caller,
  slug: string,
  key: string,
): Promise<ProjectScope | null> {
  if (!isSlugOrKey(slug) || !isSlugOrKey(key)) return null
  return selectProjectScope(caller, and(eq(workspace.slug, slug), eq(project.key, key)))
}

/**
 * The caller in the project with this id; null as in `authorizeWorkspace`.
 * @param projectId a UUID; anything else is an error of the database
 */
export function authorizeProjectById(caller: Caller, projectId: Id): Promise<ProjectScope | null> {
  return selectProjectScope(caller, eq(project.id, projectId))
}

/** From a workspace that was entered into one of its projects; null when it has no such key. */
export async function authorizeProjectInWorkspace(
  scope: WorkspaceScope,
  key: string,
): Promise<ProjectScope | null> {
  if (!isSlugOrKey(key)) return null
  const [row] = await database()
    .db.select({ id: project.id })
    .from(project)
    .where(and(eq(project.workspaceId, scope.workspaceId), eq(project.key, key)))
  return row ? { ...scope, projectId: row.id, projectKey: key } : null
}

async function selectProjectScope(
  caller: Caller,
  condition: SQL | undefined,
): Promise<ProjectScope | null> {
  const [row] = await database()
    .db.select(projectScopeFields)
    .from(project)
    .innerJoin(workspace, eq(workspace.id, project.workspaceId))
    .innerJoin(person, eq(person.workspaceId, workspace.id))
    .where(and(condition, isCaller(caller)))
  return row ? toProjectScope(row) : null
}

/** A scope is made here alone, from rows that the access check has let through. */
export function toWorkspaceScope(row: WorkspaceScopeRow): WorkspaceScope {
  const { workspaceId, slug, personId, name, role, roleSince, formerRole } = row
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

function isCaller(caller: Caller): SQL | undefined {
  const accountId = 'sessionId' in caller ? accountOfLiveSession(caller.sessionId) : caller.id
  return and(eq(person.accountId, accountId), isNull(person.removedAt))
}

const accountOfLiveSession = (sessionId: Id) =>
  database()
    .db.select({ accountId: session.accountId })
    .from(session)
    .where(
      and(eq(session.id, sessionId), isNull(session.revokedAt), gt(session.expiresAt, sql`now()`)),
    )
