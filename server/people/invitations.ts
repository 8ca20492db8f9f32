import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { database, type Queryable } from '@/db/client'
import { invitation, person } from '@/db/schema/people'
import { type Id, ROLES } from '@/domain/kernel/primitives'
import { ApiError, notFound } from '@/server/access/apiError'
import { requireRole } from '@/server/access/requireRole'
import type { WorkspaceScope } from '@/server/access/scope'
import { emailSchema } from './accounts'
import { audit } from './audit'
import { createInvitationToken } from './invitationToken'

export const INVITATION_DAYS = 7

export const newInvitationSchema = z.object({
  role: z.enum(ROLES),
  /** Restricts the link to this e-mail. */
  email: emailSchema.optional(),
  /** The placeholder that the invited person takes over. */
  personId: z.uuid().optional(),
})
export type NewInvitation = z.infer<typeof newInvitationSchema>

/**
 * Creates an invitation link for one person, valid once within seven days.
 * @returns the token, which cannot be retrieved later
 * @throws ApiError (forbidden) unless the caller is an admin, (conflict, field personId) when that
 * person is no longer a placeholder
 */
export async function createInvitation(
  scope: WorkspaceScope,
  input: NewInvitation,
): Promise<{ id: Id; token: string }> {
  requireRole(scope.person.role, 'admin')
  const { role, email, personId } = newInvitationSchema.parse(input)
  const { token, tokenHash } = createInvitationToken()
  const id = newId()
  await database().db.transaction(async (db) => {
    await requireStillAdmin(db, scope)
    if (personId) await requirePlaceholder(db, scope.workspaceId, personId)
    await db.insert(invitation).values({
      id,
      workspaceId: scope.workspaceId,
      tokenHash,
      role,
      email,
      personId,
      invitedBy: scope.person.id,
      expiresAt: sql`now() + ${INVITATION_DAYS} * interval '1 day'`,
    })
    await audit(db, 'invitation.created', {
      workspaceId: scope.workspaceId,
      actorId: scope.person.id,
      detail: { invitationId: id, role, email: email ?? null, personId: personId ?? null },
    })
  })
  return { id, token }
}

/**
 * Revokes an open link at once.
 * @throws ApiError (not-found) when the workspace has no such open link, (forbidden) unless the
 * caller is an admin
 */
export async function revokeInvitation(scope: WorkspaceScope, id: Id): Promise<void> {
  requireRole(scope.person.role, 'admin')
  await database().db.transaction(async (db) => {
    const revoked = await revokeOpenInvitations(db, scope, eq(invitation.id, id))
    if (revoked === 0) throw notFound()
  })
}

/**
 * Revokes the open links that a person created, in the transaction that removes their rights, so
 * that they cannot return through one of them.
 */
export async function revokeInvitationsBy(
  db: Queryable,
  scope: WorkspaceScope,
  personId: Id,
): Promise<void> {
  await revokeOpenInvitations(db, scope, eq(invitation.invitedBy, personId))
}

/** Revokes the open links that hand over a placeholder. */
export async function revokeInvitationsFor(
  db: Queryable,
  scope: WorkspaceScope,
  personId: Id,
): Promise<void> {
  await revokeOpenInvitations(db, scope, eq(invitation.personId, personId))
}

/** @returns the number of revoked links */
async function revokeOpenInvitations(
  db: Queryable,
  { workspaceId, person: principal }: WorkspaceScope,
  condition: SQL,
): Promise<number> {
  const revoked = await db
    .update(invitation)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        condition,
        eq(invitation.workspaceId, workspaceId),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
      ),
    )
    .returning({ id: invitation.id })
  for (const { id } of revoked) {
    const detail = { invitationId: id }
    await audit(db, 'invitation.revoked', { workspaceId, actorId: principal.id, detail })
  }
  return revoked.length
}

// The row lock makes a concurrent change of roles wait for this link, and then revoke it.
async function requireStillAdmin(db: Queryable, scope: WorkspaceScope): Promise<void> {
  const [principal] = await db
    .select({ role: person.role })
    .from(person)
    .where(
      and(
        eq(person.workspaceId, scope.workspaceId),
        eq(person.id, scope.person.id),
        isNull(person.removedAt),
      ),
    )
    .for('share')
  if (!principal) throw notFound()
  requireRole(principal.role, 'admin')
}

async function requirePlaceholder(db: Queryable, workspaceId: Id, personId: Id): Promise<void> {
  const [found] = await db
    .select({ accountId: person.accountId })
    .from(person)
    .where(
      and(eq(person.id, personId), eq(person.workspaceId, workspaceId), isNull(person.removedAt)),
    )
  if (!found) throw notFound()
  if (found.accountId !== null) {
    throw new ApiError('conflict', 'This person has an account already.', 'personId')
  }
}
