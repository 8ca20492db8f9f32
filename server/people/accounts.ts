import type { ISql } from 'postgres'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { Problem } from '@/server/access/problem'
import { audit } from './audit'
import { shortName } from './names'
import { hashPassword, MAX_PASSWORD, MIN_PASSWORD } from './password'

export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'At most 254 characters.')
  .pipe(z.email('Enter an e-mail address such as ada@example.com.'))

export const password = z
  .string()
  .min(MIN_PASSWORD, `Use at least ${MIN_PASSWORD} characters.`)
  .max(MAX_PASSWORD, `At most ${MAX_PASSWORD} characters.`)

/** What somebody must tell to get an account. */
export const newAccount = z.object({
  name: shortName('Enter your name.'),
  email: emailAddress,
  password,
})
export type NewAccount = z.infer<typeof newAccount>

export interface MadeAccount {
  id: string
  name: string
  email: string
}

/** A new account ready to be written: the slow hash is done before a transaction is open. */
export async function prepareAccount(input: NewAccount) {
  const checked = newAccount.parse(input)
  const passwordHash = await hashPassword(checked.password)
  return { id: newId(), name: checked.name, email: checked.email, passwordHash }
}

/**
 * Writes a prepared account.
 * @throws Problem (conflict, field email) when the e-mail has an account already
 */
export async function insertAccount(
  sql: ISql,
  { id, name, email, passwordHash }: MadeAccount & { passwordHash: string | null },
): Promise<MadeAccount> {
  const made = await sql`
    insert into account (id, email, name, password_hash)
    values (${id}, ${email}, ${name}, ${passwordHash})
    on conflict (email) do nothing`
  if (made.count === 0) {
    throw new Problem('conflict', 'This e-mail has an account already. Sign in instead.', 'email')
  }
  await audit(sql, 'account.created', { accountId: id })
  return { id, name, email }
}
