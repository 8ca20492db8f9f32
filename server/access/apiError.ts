export type ApiErrorKind =
  | 'not-found'
  | 'unauthenticated'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'

/**
 * The reason why a request was not fulfilled, with a message for the person. Every API maps `kind`
 * to an HTTP status; `field` names the invalid input.
 */
export class ApiError extends Error {
  override name = 'ApiError'

  constructor(
    readonly kind: ApiErrorKind,
    message: string,
    readonly field?: string,
  ) {
    super(message)
  }
}

/**
 * Returns the same error for records that do not exist and for records of other workspaces, so that
 * nobody learns which exist.
 */
export const notFound = () => new ApiError('not-found', 'There is nothing here that you can see.')
