/** The text without NUL and without halves of surrogate pairs, which PostgreSQL does not hold. */
export function toWellFormed(text: string): string {
  // Looked at by code point, a whole pair is one character and no surrogate.
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '')
}

/** The first `most` UTF-16 units of a text, never with half a character at the end. */
export function truncateText(text: string, maxLength: number): string {
  return toWellFormed(text.slice(0, maxLength))
}
