import { ApiError } from '@/server/access/apiError'
import { UnreadableFileError } from './file/readText'

/** What is said of a fault inside; its own words, which may quote the database, stay in the log. */
export const INTERNAL_ERROR_MESSAGE = 'The server failed at this. Its log says more.'

/** An error as the one who imports may read it: our own are sentences, all others are not. */
export function userMessageOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOSPC') return 'The disk of the server is full.'
  return isUserFacing(error) ? error.message : INTERNAL_ERROR_MESSAGE
}

/** Whether it was thrown to be read. */
export function isUserFacing(error: unknown): error is Error {
  if (error instanceof ApiError || error instanceof UnreadableFileError) return true
  return error instanceof Error && error.constructor === Error && !('code' in error)
}
