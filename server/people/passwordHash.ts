import { hash, verify } from '@node-rs/argon2'

export const MIN_PASSWORD_LENGTH = 10
/** Long enough for every passphrase, short enough that hashing stays cheap. */
export const MAX_PASSWORD_LENGTH = 200

// Verified where there is no account, so that both cases take the same time. Made by `hash` from a
// random password that nobody kept.
const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$1eSZfkzcXKq2xdrj9Am0YA$CGrPgwzRUHHtgJIFSMdKaYJXrF6eanhp8cvbZVu5F8U'

/** argon2id of a password, with its salt and parameters in one string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'))
}

/** Whether it is the password behind the hash; takes as long when there is no hash, and says no. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? DUMMY_HASH, password.normalize('NFKC'))
  return matches && passwordHash !== null
}
