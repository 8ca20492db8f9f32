import type { ISql } from 'postgres'
import { database } from '@/db/client'
import type { Id, Role } from '@/domain/words'
import { Problem } from '@/server/access/problem'
import { insertAccount, type MadeAccount, type NewAccount, prepareAccount } from './accounts'
import { addPerson } from './addPerson'
import { audit } from './audit'
import { hashOf } from './invitationToken'

interface Used {
  id: Id
  workspaceId: Id
  slug: string
  role: Role
  email: string | null
  personId: Id | null
}
type Guest = { id: Id; name: string; email: string }

/**
 * Lets an account into the workspace that the link invites to, and uses the link up. Of several
 * who use one link at once, exactly one gets in.
 * @returns the workspace's slug and the person's id
 * @throws Problem (missing) when the link is unknown, used, revoked or too old; (forbidden) when
 * it is for another e-mail; (conflict) when the account is in the workspace already. The link
 * stays good after the last two.
 */
export function acceptInvitation(
  token: string,
  guest: Guest,
): Promise<{ slug: string; personId: Id }> {
  return database().sql.begin((sql) => enter(sql, token, guest))
}

/**
 * The same for somebody new: account and person in one go, without a workspace of their own.
 * @throws ZodError or Problem as in `acceptInvitation` and `insertAccount`; then no account is made
 */
export async function signUpWithInvitation(
  token: string,
  input: NewAccount,
): Promise<{ account: MadeAccount; slug: string; personId: Id }> {
  const prepared = await prepareAccount(input)
  return database().sql.begin(async (sql) => {
    const account = await insertAccount(sql, prepared)
    return { account, ...(await enter(sql, token, account)) }
  })
}

async function enter(sql: ISql, token: string, guest: Guest) {
  const invitation = await spend(sql, token)
  if (invitation.email && invitation.email !== guest.email) {
    throw new Problem('forbidden', `This invitation is for ${invitation.email}.`, 'email')
  }
  const personId = await join(sql, invitation, guest)
  await sql`update invitation set used_by = ${personId} where id = ${invitation.id}`
  await audit(sql, 'invitation.accepted', {
    workspaceId: invitation.workspaceId,
    accountId: guest.id,
    by: personId,
    detail: { invitationId: invitation.id, role: invitation.role },
  })
  return { slug: invitation.slug, personId }
}

// The row lock makes a second one wait, and then find the link used.
async function spend(sql: ISql, token: string): Promise<Used> {
  const [used] = await sql<Used[]>`
    update invitation set used_at = now()
    from workspace
    where workspace.id = invitation.workspace_id and token_hash = ${hashOf(token)}
      and used_at is null and revoked_at is null and expires_at > now()
    returning invitation.id, workspace.id as "workspaceId", workspace.slug,
      invitation.role, invitation.email, person_id as "personId"`
  if (!used)
    throw new Problem('missing', 'This invitation cannot be used any more. Ask for a new one.')
  return used
}

async function join(sql: ISql, { workspaceId, role, personId }: Used, guest: Guest): Promise<Id> {
  const [before] = await sql<{ removed: boolean }[]>`
    select removed_at is not null as removed from person
    where workspace_id = ${workspaceId} and account_id = ${guest.id} for update`
  if (before && !before.removed) throw new Problem('conflict', 'You are in this workspace already.')
  if (!personId) return addPerson(sql, workspaceId, guest, role)
  // Who was removed and comes back as a placeholder is that one from now on.
  await sql`
    update person set account_id = null
    where workspace_id = ${workspaceId} and account_id = ${guest.id}`
  const claimed = await sql`
    update person
    set account_id = ${guest.id}, name = ${guest.name}, email = ${guest.email}, role = ${role},
      former_role = null, role_since = now(), removed_at = null
    where id = ${personId} and account_id is null`
  if (claimed.count === 0) {
    throw new Problem('conflict', 'Somebody else has taken this place. Ask for a new invitation.')
  }
  return personId
}
