import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { account as accountTable, session } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import { ApiError } from '@/server/access/apiError'
import { isLiveSession } from '@/server/access/liveSession'
import { disconnectAccount } from '@/server/publish/disconnectUser'
import { passwordSchema } from './accounts'
import { audit } from './audit'
import { lockPasswordHash } from './lockPasswordHash'
import { hashPassword, verifyPassword } from './passwordHash'

export const passwordChangeSchema = z.object({
  /** Missing when the account has no password yet. */
  current: z.string().max(1_000).optional(),
  password: passwordSchema,
})

/**
 * Sets the password of an account and signs out its other browsers.
 * @throws ZodError, or ApiError: (invalid, field current) when the current password is wrong,
 * (conflict) when the password was changed or removed meanwhile, (unauthenticated) when the session
 * was ended meanwhile
 */
export async function changePassword(
  account: { id: Id; sessionId: Id },
  input: z.infer<typeof passwordChangeSchema>,
): Promise<void> {
  const { current, password: next } = passwordChangeSchema.parse(input)
  const { db } = database()
  const [row] = await db
    .select({ hash: accountTable.passwordHash })
    .from(accountTable)
    .where(eq(accountTable.id, account.id))
  if (row?.hash && !(await verifyPassword(row.hash, current ?? ''))) {
    throw new ApiError('invalid', 'This is not your current password.', 'current')
  }
  const hash = await hashPassword(next)
  await db.transaction(async (tx) => {
    const lockedHash = await lockPasswordHash(tx, account.id)
    const [liveSession] = await tx
      .select({ id: session.id })
      .from(session)
      .where(
        and(eq(session.id, account.sessionId), eq(session.accountId, account.id), isLiveSession),
      )
    if (!liveSession) throw new ApiError('unauthenticated', 'Sign in to go on.')
    if (lockedHash !== row?.hash) {
      throw new ApiError('conflict', 'The password was changed elsewhere just now. Try again.')
    }
    await tx.update(accountTable).set({ passwordHash: hash }).where(eq(accountTable.id, account.id))
    await tx
      .update(session)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          eq(session.accountId, account.id),
          ne(session.id, account.sessionId),
          isNull(session.revokedAt),
        ),
      )
    await audit(tx, 'account.password-changed', { accountId: account.id })
  })
  disconnectAccount(account.id)
}
