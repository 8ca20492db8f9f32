import { LIMITS } from '@/domain/kernel/primitives'

/**
 * Returns a key for a new project: the initials of its name, or the first three letters of a single
 * word, numbered when taken. Empty when the name has no usable letter.
 */
export function suggestProjectKey(name: string, usedKeys: readonly string[]): string {
  const words = toUpperAscii(name).match(/[A-Z0-9]+/g) ?? []
  const initials = words.map((word) => word[0]).join('')
  const letters = (words.length > 1 ? initials : (words[0] ?? '').slice(0, 3)).replace(/^\d+/, '')
  const base = letters.slice(0, LIMITS.key - 2)
  if (base === '') return ''
  const first = base.length === 1 ? `${base}1` : base
  for (let n = 2, key = first; ; n++) {
    if (!usedKeys.includes(key)) return key
    key = `${base}${n}`
  }
}

/** Converts text typed into the key field to a valid key. */
export function toProjectKey(text: string): string {
  return toUpperAscii(text)
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^\d+/, '')
    .slice(0, LIMITS.key)
}

function toUpperAscii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toUpperCase()
}
