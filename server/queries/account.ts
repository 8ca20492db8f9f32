import { database } from '@/db/client'
import type { Id, Moment, Role } from '@/domain/words'

export interface WorkspaceChoice {
  slug: string
  name: string
  role: Role
}

/** The workspaces that an account is somebody of, by name. */
export async function workspacesOf(account: { id: Id }): Promise<WorkspaceChoice[]> {
  const { sql } = database()
  return sql<WorkspaceChoice[]>`
    select workspace.slug, workspace.name, person.role
    from person join workspace on workspace.id = person.workspace_id
    where person.account_id = ${account.id} and person.removed_at is null
    order by lower(workspace.name), workspace.id`
}

export interface SessionRow {
  id: Id
  /** The browser's User-Agent. */
  agent: string | null
  createdAt: Moment
  /** The one that asks. */
  current: boolean
}

/** The live sessions of an account: the asking one first, then the newest. */
export async function sessionsOf(account: { id: Id; sessionId: Id }): Promise<SessionRow[]> {
  const { sql } = database()
  const rows = await sql<SessionRow[]>`
    select id, agent, created_at as "createdAt", id = ${account.sessionId} as current
    from session
    where account_id = ${account.id} and revoked_at is null and expires_at > now()
    order by current desc, created_at desc`
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() }))
}

/** Which ways in an account has. */
export async function waysInOf(account: {
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
