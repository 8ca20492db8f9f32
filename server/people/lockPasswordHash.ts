import { eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { account } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'

/**
 * Locks an account until the transaction ends and returns its password hash: null without a
 * password, undefined without such an account.
 *
 * Verifying a password takes long and happens outside a transaction. Meanwhile the password may be
 * changed, or removed because the owner of the e-mail signed in through a provider. Whatever relies
 * on a verified password must therefore compare the hash under this lock.
 */
export async function lockPasswordHash(
  tx: Queryable,
  accountId: Id,
): Promise<string | null | undefined> {
  const [row] = await tx
    .select({ hash: account.passwordHash })
    .from(account)
    .where(eq(account.id, accountId))
    .for('update')
  return row?.hash
}
