import type { ISql } from 'postgres'
import { database } from '@/db/client'
import type { Id, Role } from '@/domain/kernel/primitives'
import { ApiError } from '@/server/access/apiError'
import { type CreatedAccount, insertAccount, type NewAccount, prepareAccount } from './accounts'
import { addPerson } from './addPerson'
import { audit } from './audit'
import { hashToken } from './invitationToken'

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
 * Lets an account into the workspace that the link invites to, and uses the link up. Of several
 * who use one link at once, exactly one gets in.
 * @returns the workspace's slug and the person's id
 * @throws ApiError (not-found) when the link is unknown, used, revoked or too old; (forbidden) when
 * it is for another e-mail; (conflict) when the account is in the workspace already. The link
 * stays good after the last two.
 */
export function acceptInvitation(
  token: string,
  account: InvitedAccount,
): Promise<{ slug: string; personId: Id }> {
  return database().sql.begin((sql) => redeemInvitation(sql, token, account))
}

/**
 * The same for somebody new: account and person in one go, without a workspace of their own.
 * @throws ZodError or ApiError as in `acceptInvitation` and `insertAccount`; then no account is made
 */
export async function signUpWithInvitation(
  token: string,
  input: NewAccount,
): Promise<{ account: CreatedAccount; slug: string; personId: Id }> {
  const prepared = await prepareAccount(input)
  return database().sql.begin(async (sql) => {
    const account = await insertAccount(sql, prepared)
    return { account, ...(await redeemInvitation(sql, token, account)) }
  })
}

async function redeemInvitation(sql: ISql, token: string, account: InvitedAccount) {
  const invitation = await markInvitationUsed(sql, token)
  if (invitation.email && invitation.email !== account.email) {
    throw new ApiError('forbidden', `This invitation is for ${invitation.email}.`, 'email')
  }
  const personId = await addToWorkspace(sql, invitation, account)
  await sql`update invitation set used_by = ${personId} where id = ${invitation.id}`
  await audit(sql, 'invitation.accepted', {
    workspaceId: invitation.workspaceId,
    accountId: account.id,
    actorId: personId,
    detail: { invitationId: invitation.id, role: invitation.role },
  })
  return { slug: invitation.slug, personId }
}

// The row lock makes a second one wait, and then find the link used.
async function markInvitationUsed(sql: ISql, token: string): Promise<UsedInvitation> {
  const [used] = await sql<UsedInvitation[]>`
    update invitation set used_at = now()
    from workspace
    where workspace.id = invitation.workspace_id and token_hash = ${hashToken(token)}
      and used_at is null and revoked_at is null and expires_at > now()
    returning invitation.id, workspace.id as "workspaceId", workspace.slug,
      invitation.role, invitation.email, person_id as "personId"`
  if (!used)
    throw new ApiError('not-found', 'This invitation cannot be used any more. Ask for a new one.')
  return used
}

async function addToWorkspace(
  sql: ISql,
  { workspaceId, role, personId }: UsedInvitation,
  account: InvitedAccount,
): Promise<Id> {
  const [existing] = await sql<{ removed: boolean }[]>`
    select removed_at is not null as removed from person
    where workspace_id = ${workspaceId} and account_id = ${account.id} for update`
  if (existing && !existing.removed)
    throw new ApiError('conflict', 'You are in this workspace already.')
  if (!personId) return addPerson(sql, workspaceId, account, role)
  // Who was removed and comes back as a placeholder is that one from now on.
  await sql`
    update person set account_id = null
    where workspace_id = ${workspaceId} and account_id = ${account.id}`
  const claimed = await sql`
    update person
    set account_id = ${account.id}, name = ${account.name}, email = ${account.email}, role = ${role},
      former_role = null, role_since = now(), removed_at = null
    where id = ${personId} and account_id is null`
  if (claimed.count === 0) {
    throw new ApiError('conflict', 'Somebody else has taken this place. Ask for a new invitation.')
  }
  return personId
}
