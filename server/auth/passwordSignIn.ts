import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { isPassword } from '@/server/people/password'
import { countTry, forgetTries } from './limits'

/**
 * The account behind an e-mail and its password; null when either is wrong, after the same work,
 * so that nobody learns which e-mails have accounts.
 * @throws Problem (too-many) after too many wrong ones
 */
export async function passwordSignIn(
  given: { email: string; password: string },
  address: string,
): Promise<{ id: Id; name: string; email: string } | null> {
  const email = given.email.trim().toLowerCase()
  const here = `${address} ${email}`
  await countTry('signInAddress', address)
  await countTry('signIn', here)
  await countTry('signInAnywhere', email)
  const { sql } = database()
  const [account] = await sql<{ id: Id; name: string; email: string; hash: string | null }[]>`
    select id, name, email, password_hash as hash from account where email = ${email}`
  const right = await isPassword(account?.hash ?? null, given.password)
  if (!right || !account) return null
  await Promise.all([forgetTries('signIn', here), forgetTries('signInAnywhere', email)])
  return { id: account.id, name: account.name, email: account.email }
}
