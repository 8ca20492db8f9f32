import { and, eq, isNull, sql } from 'drizzle-orm'
import { database, type Queryable } from '@/db/client'
import { invitation, person, workspace } from '@/db/schema/people'
import type { Id, Role } from '@/domain/kernel/primitives'
import { ApiError } from '@/server/access/apiError'
import { type CreatedAccount, insertAccount, type NewAccount, prepareAccount } from './accounts'
import { addPerson } from './addPerson'
import { audit } from './audit'
import { hashToken } from './invitationToken'
import { isUsableInvitation } from './isUsableInvitation'

interface UsedInvitation {
  id: Id
  workspaceId: Id
  slug: string
  role: Role
  email: string | null
  personId: Id | null
}
type InvitedAccount = { id: Id; name: string; email: string }

/**
 * Adds an account to the workspace of an invitation link and uses the link up. When several
 * accounts use one link at once, exactly one succeeds.
 * @returns the workspace's slug and the person's id
 * @throws ApiError (not-found) when the link is unknown, used, revoked or expired; (forbidden) when
 * it is for another e-mail; (conflict) when the account is a member already. The link stays valid
 * after the last two.
 */
export function acceptInvitation(
  token: string,
  account: InvitedAccount,
): Promise<{ slug: string; personId: Id }> {
  return database().db.transaction((db) => redeemInvitation(db, token, account))
}

/**
 * Accepts an invitation for a new user: creates the account and the person, without a workspace of
 * their own.
 * @throws ZodError or ApiError as in `acceptInvitation` and `insertAccount`; then no account is
 * created
 */
export async function signUpWithInvitation(
  token: string,
  input: NewAccount,
): Promise<{ account: CreatedAccount; slug: string; personId: Id }> {
  const prepared = await prepareAccount(input)
  return database().db.transaction(async (db) => {
    const account = await insertAccount(db, prepared)
    return { account, ...(await redeemInvitation(db, token, account)) }
  })
}

async function redeemInvitation(db: Queryable, token: string, account: InvitedAccount) {
  const used = await markInvitationUsed(db, token)
  if (used.email && used.email !== account.email) {
    throw new ApiError('forbidden', `This invitation is for ${used.email}.`, 'email')
  }
  const personId = await addToWorkspace(db, used, account)
  await db.update(invitation).set({ usedBy: personId }).where(eq(invitation.id, used.id))
  await audit(db, 'invitation.accepted', {
    workspaceId: used.workspaceId,
    accountId: account.id,
    actorId: personId,
    detail: { invitationId: used.id, role: used.role },
  })
  return { slug: used.slug, personId }
}

// The row lock makes a concurrent use wait, and then find the link used.
async function markInvitationUsed(db: Queryable, token: string): Promise<UsedInvitation> {
  const [used] = await db
    .update(invitation)
    .set({ usedAt: sql`now()` })
    .from(workspace)
    .where(
      and(
        eq(workspace.id, invitation.workspaceId),
        eq(invitation.tokenHash, hashToken(token)),
        isUsableInvitation,
      ),
    )
    .returning({
      id: invitation.id,
      workspaceId: workspace.id,
      slug: workspace.slug,
      role: invitation.role,
      email: invitation.email,
      personId: invitation.personId,
    })
  if (!used)
    throw new ApiError('not-found', 'This invitation cannot be used any more. Ask for a new one.')
  return used
}

async function addToWorkspace(
  db: Queryable,
  { workspaceId, role, personId }: UsedInvitation,
  account: InvitedAccount,
): Promise<Id> {
  const isOfAccount = and(eq(person.workspaceId, workspaceId), eq(person.accountId, account.id))
  const [existing] = await db
    .select({ removedAt: person.removedAt })
    .from(person)
    .where(isOfAccount)
    .for('update')
  if (existing && existing.removedAt === null)
    throw new ApiError('conflict', 'You are in this workspace already.')
  if (!personId) return addPerson(db, workspaceId, account, role)
  // A removed person who accepts a placeholder's invitation becomes that placeholder.
  await db.update(person).set({ accountId: null }).where(isOfAccount)
  const claimed = await db
    .update(person)
    .set({
      accountId: account.id,
      name: account.name,
      email: account.email,
      role,
      formerRole: null,
      roleSince: sql`now()`,
      removedAt: null,
    })
    .where(
      and(eq(person.workspaceId, workspaceId), eq(person.id, personId), isNull(person.accountId)),
    )
    .returning({ id: person.id })
  if (claimed.length === 0) {
    throw new ApiError('conflict', 'Somebody else has used this invitation. Ask for a new one.')
  }
  return personId
}
