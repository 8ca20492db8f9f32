import { createHash, randomBytes } from 'node:crypto'

/** Returns a new random token and its hash. Only the hash is stored. */
export function createInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

/** Returns the SHA-256 of a token in hexadecimal digits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
