import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { database } from '@/db/client'
import { type Id, ROLES, type Role } from '@/domain/kernel/primitives'
import { ApiError, notFound } from '@/server/access/apiError'
import { requireRole } from '@/server/access/requireRole'
import type { WorkspaceScope } from '@/server/access/scope'
import { emailSchema } from './accounts'
import { audit } from './audit'
import { createInvitationToken } from './invitationToken'

type Sql = Parameters<typeof audit>[0]

export const INVITATION_DAYS = 7

export const newInvitationSchema = z.object({
  role: z.enum(ROLES),
  /** Only somebody with this e-mail may use the link. */
  email: emailSchema.optional(),
  /** The placeholder whose tasks become the invited person's. */
  personId: z.uuid().optional(),
})
export type NewInvitation = z.infer<typeof newInvitationSchema>

/**
 * Makes a link that lets one more person in, once, within seven days.
 * @returns the token, which is shown now and never again
 * @throws ApiError (forbidden) for those who are not admins, (conflict, field personId) when that
 * person is no placeholder any more
 */
export async function createInvitation(
  scope: WorkspaceScope,
  input: NewInvitation,
): Promise<{ id: Id; token: string }> {
  requireRole(scope.person.role, 'admin')
  const { role, email, personId } = newInvitationSchema.parse(input)
  const { token, tokenHash } = createInvitationToken()
  const id = newId()
  await database().sql.begin(async (sql) => {
    await requireStillAdmin(sql, scope)
    if (personId) await requirePlaceholder(sql, scope.workspaceId, personId)
    await sql`
      insert into invitation
        (id, workspace_id, token_hash, role, email, person_id, invited_by, expires_at)
      values (${id}, ${scope.workspaceId}, ${tokenHash}, ${role}, ${email ?? null},
        ${personId ?? null}, ${scope.person.id}, now() + ${INVITATION_DAYS} * interval '1 day')`
    await audit(sql, 'invitation.created', {
      workspaceId: scope.workspaceId,
      actorId: scope.person.id,
      detail: { invitationId: id, role, email: email ?? null, personId: personId ?? null },
    })
  })
  return { id, token }
}

/**
 * Makes an open link useless at once.
 * @throws ApiError (not-found) when the workspace has no such open link, (forbidden) for non-admins
 */
export async function revokeInvitation(scope: WorkspaceScope, id: Id): Promise<void> {
  requireRole(scope.person.role, 'admin')
  await database().sql.begin(async (sql) => {
    const revoked = await sql`
      update invitation set revoked_at = now()
      where id = ${id} and workspace_id = ${scope.workspaceId}
        and used_at is null and revoked_at is null`
    if (revoked.count === 0) throw notFound()
    await auditRevocation(sql, scope, id)
  })
}

/**
 * Makes the open links useless that somebody made, in the transaction that takes their rights away:
 * none of them may be a way back in.
 */
export async function revokeInvitationsBy(
  sql: Sql,
  scope: WorkspaceScope,
  personId: Id,
): Promise<void> {
  const revoked = await sql<{ id: Id }[]>`
    update invitation set revoked_at = now()
    where invited_by = ${personId} and workspace_id = ${scope.workspaceId}
      and used_at is null and revoked_at is null
    returning id`
  for (const { id } of revoked) await auditRevocation(sql, scope, id)
}

/** The same for the links that hand somebody's place over. */
export async function revokeInvitationsFor(
  sql: Sql,
  scope: WorkspaceScope,
  personId: Id,
): Promise<void> {
  const revoked = await sql<{ id: Id }[]>`
    update invitation set revoked_at = now()
    where person_id = ${personId} and workspace_id = ${scope.workspaceId}
      and used_at is null and revoked_at is null
    returning id`
  for (const { id } of revoked) await auditRevocation(sql, scope, id)
}

function auditRevocation(
  sql: Sql,
  { workspaceId, person }: WorkspaceScope,
  invitationId: Id,
): Promise<void> {
  const detail = { invitationId }
  return audit(sql, 'invitation.revoked', { workspaceId, actorId: person.id, detail })
}

// The row lock makes a change of roles wait for the link, which it then takes back.
async function requireStillAdmin(sql: Sql, { person }: WorkspaceScope): Promise<void> {
  const [principal] = await sql<{ role: Role }[]>`
    select role from person where id = ${person.id} and removed_at is null for share`
  if (!principal) throw notFound()
  requireRole(principal.role, 'admin')
}

async function requirePlaceholder(sql: Sql, workspaceId: Id, personId: Id): Promise<void> {
  const [person] = await sql<{ claimed: boolean }[]>`
    select account_id is not null as claimed from person
    where id = ${personId} and workspace_id = ${workspaceId} and removed_at is null`
  if (!person) throw notFound()
  if (person.claimed) {
    throw new ApiError('conflict', 'This person has an account already.', 'personId')
  }
}
