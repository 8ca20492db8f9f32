import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import { database } from '@/db/client'
import { person, session, workspace } from '@/db/schema/people'
import { project } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { isLiveSession } from '@/server/access/liveSession'
import { describeRequest } from '@/server/observability/requestContext'
import type { ProjectScope, WorkspaceScope } from './scope'

/**
 * The identity of a request: a browser's session, which must be live now, or an account that was
 * already authenticated. With both, the session is checked.
 */
export type Caller = { sessionId: Id } | { id: Id }

/** The columns of a workspace's scope, for queries that join person and workspace. */
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

/** The columns of a project's scope, for queries that also join the project. */
export const projectScopeFields = {
  ...workspaceScopeFields,
  projectId: project.id,
  projectKey: project.key,
}
type ProjectScopeRow = SelectResultFields<typeof projectScopeFields>

/**
 * Returns the caller's scope of the workspace at `slug`, with one query. Null when the workspace
 * does not exist, or the caller is not a member or was removed.
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

/**
 * Returns the caller's scope of the project with `key` in the workspace at `slug`; null as in
 * `authorizeWorkspace`.
 */
export async function authorizeProject(
  caller: Caller,
  slug: string,
  key: string,
): Promise<ProjectScope | null> {
  if (!isSlugOrKey(slug) || !isSlugOrKey(key)) return null
  return selectProjectScope(caller, and(eq(workspace.slug, slug), eq(project.key, key)))
}

/**
 * Returns the caller's scope of the project with this id; null as in `authorizeWorkspace`.
 * @param projectId a UUID; anything else causes a database error
 */
export function authorizeProjectById(caller: Caller, projectId: Id): Promise<ProjectScope | null> {
  return selectProjectScope(caller, eq(project.id, projectId))
}

/** Returns the scope of a project in an authorized workspace; null when it has no such key. */
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

/**
 * Creates a workspace's scope from a row that the access check returned. Only this file creates
 * scopes.
 */
export function toWorkspaceScope(row: WorkspaceScopeRow): WorkspaceScope {
  const { workspaceId, slug, personId, name, role, roleSince, formerRole } = row
  const person = { id: personId, name, role, roleSince, formerRole }
  describeRequest({ person: personId, workspace: slug })
  return { workspaceId, slug, person } as WorkspaceScope
}

/** Creates a project's scope from a row that the access check returned. */
export function toProjectScope(row: ProjectScopeRow): ProjectScope {
  describeRequest({ project: row.projectId })
  return { ...toWorkspaceScope(row), projectId: row.projectId, projectKey: row.projectKey }
}

// Slugs and keys contain only these characters. PostgreSQL rejects some others, such as NUL.
const isSlugOrKey = (text: string) => /^[A-Za-z0-9-]{1,100}$/.test(text)

function isCaller(caller: Caller): SQL | undefined {
  const accountId = 'sessionId' in caller ? accountOfLiveSession(caller.sessionId) : caller.id
  return and(eq(person.accountId, accountId), isNull(person.removedAt))
}

const accountOfLiveSession = (sessionId: Id) =>
  database()
    .db.select({ accountId: session.accountId })
    .from(session)
    .where(and(eq(session.id, sessionId), isLiveSession))
