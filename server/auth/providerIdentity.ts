import type { ISql } from 'postgres'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { ApiError } from '@/server/access/apiError'
import { insertAccount } from '@/server/people/accounts'
import { audit } from '@/server/people/audit'
import { disconnectAccount } from '@/server/publish/disconnectUser'

/** Somebody as GitHub or an OIDC issuer vouches for them. */
export interface ProviderIdentity {
  provider: string
  /** Their lasting id there. */
  subject: string
  name: string
  /** Null when they have none that was verified there. */
  verifiedEmail: string | null
}

/**
 * The account of somebody who comes through a provider: the one they came to before, else the one
 * with their verified e-mail, else a new one.
 *
 * E-mails of password accounts were never verified, so anybody may have opened one with this
 * address before its owner came. Linking therefore ends the account's sessions and its password:
 * whoever proved to own the address owns the account, and can set a new password.
 * @throws ApiError (forbidden) when they are new here and no e-mail of theirs was verified
 */
export async function accountForIdentity(identity: ProviderIdentity): Promise<Id> {
  const { sql } = database()
  const existingId = await findIdentity(sql, identity)
  if (existingId) return existingId
  const email = identity.verifiedEmail?.trim().toLowerCase()
  if (!email) {
    throw new ApiError(
      'forbidden',
      'That account has no verified e-mail address. Verify one there.',
    )
  }
  const linkedId = await sql.begin(async (tx) => {
    const accountId =
      (await claimAccountByEmail(tx, email)) ?? (await createAccount(tx, identity, email))
    await tx`
      insert into identity (provider, subject, account_id)
      values (${identity.provider}, ${identity.subject}, ${accountId})
      on conflict (provider, subject) do nothing`
    await audit(tx, 'account.identity-linked', {
      accountId,
      detail: { provider: identity.provider },
    })
    return (await findIdentity(tx, identity)) ?? accountId
  })
  disconnectAccount(linkedId)
  return linkedId
}

async function findIdentity(
  sql: ISql,
  { provider, subject }: ProviderIdentity,
): Promise<Id | undefined> {
  const [row] = await sql<{ id: Id }[]>`
    select account_id as id from identity where provider = ${provider} and subject = ${subject}`
  return row?.id
}

async function claimAccountByEmail(sql: ISql, email: string): Promise<Id | undefined> {
  const [row] = await sql<{ id: Id; hash: string | null }[]>`
    select id, password_hash as hash from account where email = ${email} for update`
  if (row?.hash) {
    await sql`update account set password_hash = null where id = ${row.id}`
    await sql`
      update session set revoked_at = now() where account_id = ${row.id} and revoked_at is null`
  }
  return row?.id
}

async function createAccount(sql: ISql, identity: ProviderIdentity, email: string): Promise<Id> {
  const name = identity.name.trim().slice(0, 80) || email
  const created = await insertAccount(sql, { id: newId(), name, email, passwordHash: null })
  return created.id
}
