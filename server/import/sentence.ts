import { Problem } from '../access/problem'
import { Unreadable } from './file/text'

/** What is said of a fault inside; its own words, which may quote the database, stay in the log. */
export const INSIDE = 'The server failed at this. Its log says more.'

/** An error as the one who imports may read it: our own are sentences, all others are not. */
export function sentenceOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOSPC') return 'The disk of the server is full.'
  return isOurs(error) ? error.message : INSIDE
}

/** Whether it was thrown to be read. */
export function isOurs(error: unknown): error is Error {
  if (error instanceof Problem || error instanceof Unreadable) return true
  return error instanceof Error && error.constructor === Error && !('code' in error)
}
