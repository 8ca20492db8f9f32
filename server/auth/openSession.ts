import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { lockPasswordHash } from '@/server/people/lockPasswordHash'
import { accountOfSession, createSession, revokeSession } from './session'
import { sessionIdOfRequest } from './sessionToken'

/**
 * Creates the session of a sign-in and revokes the previous session of the browser, whose cookie is
 * replaced.
 * @returns the id of the new session
 */
export async function openSession(accountId: Id, headers: Headers): Promise<Id> {
  const sessionId = await createSession(accountId, headers.get('user-agent'))
  await revokePreviousSession(headers)
  return sessionId
}

/**
 * Does the same for a sign-in by password. The account is locked until the session is stored, so
 * that whoever changes or removes the password afterwards also revokes this session.
 * @param account.passwordHash the hash with which the password was verified
 * @returns null when the account has another password by now, or none
 */
export async function openPasswordSession(
  account: { id: Id; passwordHash: string },
  headers: Headers,
): Promise<Id | null> {
  const sessionId = await database().db.transaction(async (tx) => {
    const currentHash = await lockPasswordHash(tx, account.id)
    if (currentHash !== account.passwordHash) return null
    return createSession(account.id, headers.get('user-agent'), tx)
  })
  if (sessionId) await revokePreviousSession(headers)
  return sessionId
}

async function revokePreviousSession(headers: Headers): Promise<void> {
  const previousId = await sessionIdOfRequest(headers)
  const previous = previousId ? await accountOfSession(previousId) : null
  if (previous) await revokeSession(previous.id, previous.sessionId)
}
