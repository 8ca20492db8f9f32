import type { ISql } from 'postgres'
import { v7 as newId } from 'uuid'
import type { Id } from '@/domain/words'

export type AuditKind =
  | 'account.created'
  | 'account.linked'
  | 'account.password-changed'
  | 'account.signed-out-everywhere'
  | 'workspace.created'
  | 'workspace.time-changed'
  | 'invitation.made'
  | 'invitation.revoked'
  | 'invitation.accepted'
  | 'person.role-changed'
  | 'person.removed'
  | 'person.imported'
  | 'person.matched'

interface Entry {
  workspaceId?: Id
  accountId?: Id
  /** The person of the workspace who did it. */
  by?: Id
  detail?: Record<string, string | null>
}

/** Notes what happened to people and access, in the transaction that makes it happen. */
export async function audit(sql: ISql, kind: AuditKind, entry: Entry): Promise<void> {
  await sql`
    insert into audit (id, workspace_id, account_id, kind, detail)
    values (${newId()}, ${entry.workspaceId ?? null}, ${entry.accountId ?? null}, ${kind},
      ${JSON.stringify(entry.by ? { by: entry.by, ...entry.detail } : (entry.detail ?? {}))}::jsonb)`
}
