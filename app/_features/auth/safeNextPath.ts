/**
 * A page of our own to go on to; anything else, also addresses elsewhere, becomes the start.
 * Browsers pass over tabs and line breaks in an address: none may hide what follows the first slash.
 */
export function safeNextPath(requested: string | string[] | undefined): string {
  const path = typeof requested === 'string' ? requested : '/'
  return /^\/(?![/\\])\P{Cc}*$/u.test(path) ? path : '/'
}
