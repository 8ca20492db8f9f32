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
 * Makes an open link useless at once.
 * @throws ApiError (not-found) when the workspace has no such open link, (forbidden) for non-admins
 */
export async function revokeInvitation(scope: WorkspaceScope, id: Id): Promise<void> {
  requireRole(scope.person.role, 'admin')
  await database().db.transaction(async (db) => {
    const revoked = await revokeOpenInvitations(db, scope, eq(invitation.id, id))
    if (revoked === 0) throw notFound()
  })
}

/**
 * Makes the open links useless that somebody made, in the transaction that takes their rights away:
 * none of them may be a way back in.
 */
export async function revokeInvitationsBy(
  db: Queryable,
  scope: WorkspaceScope,
  personId: Id,
): Promise<void> {
  await revokeOpenInvitations(db, scope, eq(invitation.invitedBy, personId))
}

/** The same for the links that hand somebody's place over. */
export async function revokeInvitationsFor(
  db: Queryable,
  scope: WorkspaceScope,
  personId: Id,
): Promise<void> {
  await revokeOpenInvitations(db, scope, eq(invitation.personId, personId))
}

/** @returns how many there were */
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

// The row lock makes a change of roles wait for the link, which it then takes back.
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
