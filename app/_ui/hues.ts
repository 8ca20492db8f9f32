/** The hues that tell statuses, labels, types and people apart; drawn in globals.css. */
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

/** The hue of that name, or one that any other text always gets, whoever asks and wherever. */
export function toHue(text: string): Hue {
  const named = hues.find((hue) => hue === text)
  if (named) return named
  let hash = 0
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  // Slate means "nothing in particular", so nobody is given it by chance.
  return hues[1 + (hash % (hues.length - 1))] ?? 'blue'
}
