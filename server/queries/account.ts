import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { account, identity, person, session, workspace } from '@/db/schema/people'
import type { Id, Instant, Role } from '@/domain/kernel/primitives'
import { isLiveSession } from '@/server/access/liveSession'

export interface WorkspaceMembership {
  slug: string
  name: string
  role: Role
}

/** Returns the workspaces that an account is a member of, by name. */
export async function loadWorkspacesOfAccount(account: { id: Id }): Promise<WorkspaceMembership[]> {
  return database()
    .db.select({ slug: workspace.slug, name: workspace.name, role: person.role })
    .from(person)
    .innerJoin(workspace, eq(workspace.id, person.workspaceId))
    .where(and(eq(person.accountId, account.id), isNull(person.removedAt)))
    .orderBy(sql`lower(${workspace.name})`, workspace.id)
}

export interface AccountSession {
  id: Id
  /** The browser's User-Agent. */
  userAgent: string | null
  createdAt: Instant
  /** True for the session of this request. */
  current: boolean
}

/** Returns the active sessions of an account: the current one first, then the newest. */
export async function loadSessions(account: { id: Id; sessionId: Id }): Promise<AccountSession[]> {
  const isCurrent = sql<boolean>`${session.id} = ${account.sessionId}`
  return database()
    .db.select({
      id: session.id,
      userAgent: session.userAgent,
      createdAt: session.createdAt,
      current: isCurrent,
    })
    .from(session)
    .where(and(eq(session.accountId, account.id), isLiveSession))
    .orderBy(desc(isCurrent), desc(session.createdAt))
}

/**
 * Returns the sign-in methods of an account: whether it has a password, and its linked providers.
 */
export async function loadSignInMethods({
  id,
}: {
  id: Id
}): Promise<{ password: boolean; providers: string[] }> {
  const { db } = database()
  const [[found], providers] = await Promise.all([
    db
      .select({ password: sql<boolean>`${account.passwordHash} is not null` })
      .from(account)
      .where(eq(account.id, id)),
    db
      .select({ provider: identity.provider })
      .from(identity)
      .where(eq(identity.accountId, id))
      .orderBy(asc(identity.provider)),
  ])
  return {
    password: found?.password ?? false,
    providers: providers.map(({ provider }) => provider),
  }
}
