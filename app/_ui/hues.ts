/** The hues of statuses, labels, types and people. Defined in globals.css. */
export const hues = [
  'slate',
  'red',
  'orange',
  'amber',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const

export type Hue = (typeof hues)[number]

/** Returns the hue with that name; any other text always gets the same hue. */
export function toHue(text: string): Hue {
  const named = hues.find((hue) => hue === text)
  if (named) return named
  // FNV-1a, then mixed once more, so that similar names get different hues.
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0
  hash ^= hash >>> 15
  // Slate means "nothing in particular", so no text gets it by chance.
  return hues[1 + ((hash >>> 0) % (hues.length - 1))] ?? 'blue'
}
