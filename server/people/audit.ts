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

interface AuditEntry {
  workspaceId?: Id
  accountId?: Id
  /** The person of the workspace who did it. */
  actorId?: Id
  detail?: Record<string, string | null>
}

/** Notes what happened to people and access, in the transaction that makes it happen. */
export async function audit(sql: ISql, kind: AuditKind, entry: AuditEntry): Promise<void> {
  await sql`
    insert into audit (id, workspace_id, account_id, kind, detail)
    values (${newId()}, ${entry.workspaceId ?? null}, ${entry.accountId ?? null}, ${kind},
      ${JSON.stringify(entry.actorId ? { actorId: entry.actorId, ...entry.detail } : (entry.detail ?? {}))}::jsonb)`
}
