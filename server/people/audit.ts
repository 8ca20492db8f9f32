import type { ISql } from 'postgres'
import { v7 as newId } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'

export type AuditKind =
  | 'account.created'
  | 'account.identity-linked'
  | 'account.password-changed'
  | 'account.signed-out-everywhere'
  | 'workspace.created'
  | 'workspace.work-time-changed'
  | 'invitation.created'
  | 'invitation.revoked'
  | 'invitation.accepted'
  | 'person.role-changed'
  | 'person.removed'
  | 'person.imported'
  | 'person.import-matched'

type AuditEntry = (
  | { workspaceId: Id; accountId?: Id }
  | { workspaceId?: undefined; accountId: Id }
) & {
  /** The person of the workspace who did it. */
  actorId?: Id
  detail?: Record<string, string | null>
}

/** Notes what happened to people and access, in the transaction that makes it happen. */
export async function audit(sql: ISql, kind: AuditKind, entry: AuditEntry): Promise<void> {
  const { workspaceId, accountId, actorId } = entry
  const detail = JSON.stringify(actorId ? { actorId, ...entry.detail } : (entry.detail ?? {}))
  if (workspaceId)
    await sql`
      insert into audit (id, workspace_id, account_id, kind, detail)
      values (${newId()}, ${workspaceId}, ${accountId ?? null}, ${kind}, ${detail}::jsonb)`
  else if (accountId)
    await sql`
      insert into account_audit (id, account_id, kind, detail)
      values (${newId()}, ${accountId}, ${kind}, ${detail}::jsonb)`
}
