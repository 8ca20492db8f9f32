export type ProblemKind =
  | 'missing'
  | 'signed-out'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'too-many'

/**
 * Why something that a person asked for is not done, in words for that person. The doors turn the
 * kind into an HTTP status; `field` names the input at fault.
 */
export class Problem extends Error {
  override name = 'Problem'

  constructor(
    readonly kind: ProblemKind,
    message: string,
    readonly field?: string,
  ) {
    super(message)
  }
}

/** What does not exist and what belongs to others get this one answer. */
export const missing = () => new Problem('missing', 'There is nothing here that you can see.')
