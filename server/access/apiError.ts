export type ApiErrorKind =
  | 'not-found'
  | 'unauthenticated'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'

/**
 * Why something that a person asked for is not done, in words for that person. The doors turn the
 * kind into an HTTP status; `field` names the input at fault.
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

/** What does not exist and what belongs to others get this one answer. */
export const notFound = () => new ApiError('not-found', 'There is nothing here that you can see.')
