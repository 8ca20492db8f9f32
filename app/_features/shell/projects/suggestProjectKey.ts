import { LIMITS } from '@/domain/kernel/primitives'

/**
 * A key for a new project, made from its name: the first letters of its words, or the first three
 * of a single one; numbered where that is taken. Empty when the name has no letter to use.
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

/** What a person types into the key's field, as a key may be written. */
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
