import { v7 as newId } from 'uuid'
import type { Queryable } from '@/db/client'
import { accountAudit, audit as auditTable } from '@/db/schema/people'
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
  /** The person of the workspace who made the change. */
  actorId?: Id
  detail?: Record<string, string | null>
}

/** Records a change of people or access, in the transaction of that change. */
export async function audit(db: Queryable, kind: AuditKind, entry: AuditEntry): Promise<void> {
  const { workspaceId, accountId, actorId } = entry
  const detail = actorId ? { actorId, ...entry.detail } : (entry.detail ?? {})
  const row = { id: newId(), kind, detail }
  if (workspaceId) await db.insert(auditTable).values({ ...row, workspaceId, accountId })
  else if (accountId) await db.insert(accountAudit).values({ ...row, accountId })
}
