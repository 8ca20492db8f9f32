import { ApiError } from '@/server/access/apiError'
import { UnreadableFileError } from './file/readText'

/**
 * The message for an internal error. Its own message may quote the database and stays in the log.
 */
export const INTERNAL_ERROR_MESSAGE = 'The server failed at this. Its log says more.'

/**
 * Returns an error message for the user. Only errors of our own have messages written for users.
 */
export function userMessageOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOSPC') return 'The disk of the server is full.'
  return isUserFacing(error) ? error.message : INTERNAL_ERROR_MESSAGE
}

/** Returns true when the error's message is written for users: not one of the database or disk. */
export function isUserFacing(error: unknown): error is Error {
  if (error instanceof ApiError || error instanceof UnreadableFileError) return true
  if (!(error instanceof Error) || error.constructor !== Error) return false
  return !('code' in error) && error.cause === undefined
}
