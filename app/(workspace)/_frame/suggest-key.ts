import { LIMITS } from '@/domain/words'

/**
 * A key for a new project, made from its name: the first letters of its words, or the first three
 * of a single one; numbered where that is taken. Empty when the name has no letter to use.
 */
export function suggestKey(name: string, taken: readonly string[]): string {
  const words = plain(name).match(/[A-Z0-9]+/g) ?? []
  const initials = words.map((word) => word[0]).join('')
  const letters = (words.length > 1 ? initials : (words[0] ?? '').slice(0, 3)).replace(/^\d+/, '')
  const base = letters.slice(0, LIMITS.key - 2)
  if (base === '') return ''
  const first = base.length === 1 ? `${base}1` : base
  for (let n = 2, key = first; ; n++) {
    if (!taken.includes(key)) return key
    key = `${base}${n}`
  }
}

/** What a person types into the key's field, as a key may be written. */
export function toKey(text: string): string {
  return plain(text)
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^\d+/, '')
    .slice(0, LIMITS.key)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toUpperCase()
}
