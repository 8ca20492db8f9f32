/** Returns the text without NUL and lone surrogates, which PostgreSQL cannot store. */
export function toWellFormed(text: string): string {
  // With the `u` flag a complete pair is one character and does not match.
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '')
}

/** Returns the first `maxLength` UTF-16 units of a text without splitting a character. */
export function truncateText(text: string, maxLength: number): string {
  return toWellFormed(text.slice(0, maxLength))
}
