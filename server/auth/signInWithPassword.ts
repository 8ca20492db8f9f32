import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { account } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import { verifyPassword } from '@/server/people/passwordHash'
import { consumeRateLimit, resetRateLimit } from './rateLimits'

/**
 * Returns the id of the account with this e-mail and password, and the hash that the password was
 * verified with; null when either is wrong. Both cases take the same time, so that nobody learns
 * which e-mails have accounts.
 * @throws ApiError (rate-limited) after too many wrong passwords
 */
export async function signInWithPassword(
  credentials: { email: string; password: string },
  ip: string,
): Promise<{ id: Id; passwordHash: string } | null> {
  const email = credentials.email.trim().toLowerCase()
  const ipAndEmail = `${ip} ${email}`
  await consumeRateLimit('passwordByIp', ip)
  await consumeRateLimit('passwordByIpAndEmail', ipAndEmail)
  await consumeRateLimit('passwordByEmail', email)
  const [found] = await database()
    .db.select({ id: account.id, passwordHash: account.passwordHash })
    .from(account)
    .where(eq(account.email, email))
  const isCorrect = await verifyPassword(found?.passwordHash ?? null, credentials.password)
  if (!isCorrect || !found?.passwordHash) return null
  await Promise.all([
    resetRateLimit('passwordByIpAndEmail', ipAndEmail),
    resetRateLimit('passwordByEmail', email),
  ])
  return { id: found.id, passwordHash: found.passwordHash }
}
