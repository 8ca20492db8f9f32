/**
 * Returns a path within this app; anything else, such as another site, becomes the start page.
 * Browsers ignore tabs and line breaks in URLs, so those may not hide what follows the first slash.
 */
export function safeNextPath(requested: string | string[] | undefined): string {
  const path = typeof requested === 'string' ? requested : '/'
  return /^\/(?![/\\])\P{Cc}*$/u.test(path) ? path : '/'
}
