/** A page of our own to go on to; anything else, also addresses elsewhere, becomes the start. */
export function nextPage(wish: string | string[] | undefined): string {
  const path = typeof wish === 'string' ? wish : '/'
  return /^\/(?![/\\])/.test(path) ? path : '/'
}
