import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Queryable } from '@/db/client'
import { account } from '@/db/schema/people'
import { ApiError } from '@/server/access/apiError'
import { audit } from './audit'
import { hashPassword, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './passwordHash'
import { shortNameSchema } from './shortNameSchema'

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'At most 254 characters.')
  .pipe(z.email('Enter an e-mail address such as ada@example.com.'))

export const passwordSchema = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters.`)
  .max(MAX_PASSWORD_LENGTH, `At most ${MAX_PASSWORD_LENGTH} characters.`)

/** The input for a new account. */
export const newAccountSchema = z.object({
  name: shortNameSchema('Enter your name.'),
  email: emailSchema,
  password: passwordSchema,
})
export type NewAccount = z.infer<typeof newAccountSchema>

export interface CreatedAccount {
  id: string
  name: string
  email: string
}

/**
 * Returns a new account ready for insertion. Computes the slow hash before a transaction is open.
 */
export async function prepareAccount(input: NewAccount) {
  const valid = newAccountSchema.parse(input)
  const passwordHash = await hashPassword(valid.password)
  return { id: newId(), name: valid.name, email: valid.email, passwordHash }
}

/**
 * Inserts a prepared account.
 * @throws ApiError (conflict, field email) when the e-mail already has an account
 */
export async function insertAccount(
  db: Queryable,
  { id, name, email, passwordHash }: CreatedAccount & { passwordHash: string | null },
): Promise<CreatedAccount> {
  const created = await db
    .insert(account)
    .values({ id, email, name, passwordHash })
    .onConflictDoNothing({ target: account.email })
    .returning({ id: account.id })
  if (created.length === 0) {
    throw new ApiError('conflict', 'This e-mail has an account already. Sign in instead.', 'email')
  }
  await audit(db, 'account.created', { accountId: id })
  return { id, name, email }
}
