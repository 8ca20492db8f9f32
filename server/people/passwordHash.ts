import { hash, verify } from '@node-rs/argon2'

export const MIN_PASSWORD_LENGTH = 10
/** Allows every passphrase and keeps hashing cheap. */
export const MAX_PASSWORD_LENGTH = 200

// Verified when there is no account, so that both cases take the same time. Made by `hash` from a
// random password that nobody kept.
const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$1eSZfkzcXKq2xdrj9Am0YA$CGrPgwzRUHHtgJIFSMdKaYJXrF6eanhp8cvbZVu5F8U'

/** Returns the argon2id hash of a password, including its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'))
}

/**
 * Returns true when the password matches the hash. Without a hash, takes the same time and returns
 * false.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? DUMMY_HASH, password.normalize('NFKC'))
  return matches && passwordHash !== null
}
