import type { ISql } from 'postgres'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { Problem } from '@/server/access/problem'
import { insertAccount } from '@/server/people/accounts'
import { audit } from '@/server/people/audit'
import { cutOffAccount } from '@/server/subscribers/cutOff'

/** Somebody as GitHub or an OIDC issuer vouches for them. */
export interface Vouched {
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
 * @throws Problem (forbidden) when they are new here and no e-mail of theirs was verified
 */
export async function accountOfIdentity(vouched: Vouched): Promise<Id> {
  const { sql } = database()
  const known = await knownIdentity(sql, vouched)
  if (known) return known
  const email = vouched.verifiedEmail?.trim().toLowerCase()
  if (!email) {
    throw new Problem('forbidden', 'That account has no verified e-mail address. Verify one there.')
  }
  const linked = await sql.begin(async (tx) => {
    const accountId = (await takeOver(tx, email)) ?? (await create(tx, vouched, email))
    await tx`
      insert into identity (provider, subject, account_id)
      values (${vouched.provider}, ${vouched.subject}, ${accountId})
      on conflict (provider, subject) do nothing`
    await audit(tx, 'account.linked', { accountId, detail: { provider: vouched.provider } })
    return (await knownIdentity(tx, vouched)) ?? accountId
  })
  cutOffAccount(linked)
  return linked
}

async function knownIdentity(sql: ISql, { provider, subject }: Vouched): Promise<Id | undefined> {
  const [row] = await sql<{ id: Id }[]>`
    select account_id as id from identity where provider = ${provider} and subject = ${subject}`
  return row?.id
}

async function takeOver(sql: ISql, email: string): Promise<Id | undefined> {
  const [row] = await sql<{ id: Id; hash: string | null }[]>`
    select id, password_hash as hash from account where email = ${email} for update`
  if (row?.hash) {
    await sql`update account set password_hash = null where id = ${row.id}`
    await sql`
      update session set revoked_at = now() where account_id = ${row.id} and revoked_at is null`
  }
  return row?.id
}

async function create(sql: ISql, vouched: Vouched, email: string): Promise<Id> {
  const name = vouched.name.trim().slice(0, 80) || email
  const made = await insertAccount(sql, { id: newId(), name, email, passwordHash: null })
  return made.id
}
