import { database } from '@/db/client'
import type { Id, Instant, Role } from '@/domain/kernel/primitives'

export interface WorkspaceMembership {
  slug: string
  name: string
  role: Role
}

/** The workspaces that an account is somebody of, by name. */
export async function loadWorkspacesOfAccount(account: { id: Id }): Promise<WorkspaceMembership[]> {
  const { sql } = database()
  return sql<WorkspaceMembership[]>`
    select workspace.slug, workspace.name, person.role
    from person join workspace on workspace.id = person.workspace_id
    where person.account_id = ${account.id} and person.removed_at is null
    order by lower(workspace.name), workspace.id`
}

export interface AccountSession {
  id: Id
  /** The browser's User-Agent. */
  userAgent: string | null
  createdAt: Instant
  /** The one that asks. */
  current: boolean
}

/** The live sessions of an account: the asking one first, then the newest. */
export async function loadSessions(account: { id: Id; sessionId: Id }): Promise<AccountSession[]> {
  const { sql } = database()
  const rows = await sql<AccountSession[]>`
    select id, user_agent as "userAgent", created_at as "createdAt", id = ${account.sessionId} as current
    from session
    where account_id = ${account.id} and revoked_at is null and expires_at > now()
    order by current desc, created_at desc`
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() }))
}

/** Which ways in an account has. */
export async function loadSignInMethods(account: {
  id: Id
}): Promise<{ password: boolean; providers: string[] }> {
  const { sql } = database()
  const [row] = await sql<{ password: boolean; providers: string[] }[]>`
    select password_hash is not null as password,
      array(select provider from identity where account_id = account.id order by provider)
        as providers
    from account where id = ${account.id}`
  return row ?? { password: false, providers: [] }
}
