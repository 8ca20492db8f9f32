import { z } from 'zod'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { ApiError } from '@/server/access/apiError'
import { disconnectAccount } from '@/server/publish/disconnectUser'
import { passwordSchema } from './accounts'
import { audit } from './audit'
import { hashPassword, verifyPassword } from './passwordHash'

export const passwordChangeSchema = z.object({
  /** Left out by those who have none yet. */
  current: z.string().max(1_000).optional(),
  password: passwordSchema,
})

/**
 * Sets the password of an account and signs its other browsers out.
 * @throws ZodError, or ApiError (invalid, field current) when the current password is wrong
 */
export async function changePassword(
  account: { id: Id; sessionId: Id },
  input: z.infer<typeof passwordChangeSchema>,
): Promise<void> {
  const { current, password: next } = passwordChangeSchema.parse(input)
  const { sql } = database()
  const [row] = await sql<{ hash: string | null }[]>`
    select password_hash as hash from account where id = ${account.id}`
  if (row?.hash && !(await verifyPassword(row.hash, current ?? ''))) {
    throw new ApiError('invalid', 'This is not your current password.', 'current')
  }
  const hash = await hashPassword(next)
  await sql.begin(async (tx) => {
    await tx`update account set password_hash = ${hash} where id = ${account.id}`
    await tx`
      update session set revoked_at = now()
      where account_id = ${account.id} and id <> ${account.sessionId} and revoked_at is null`
    await audit(tx, 'account.password-changed', { accountId: account.id })
  })
  disconnectAccount(account.id)
}
