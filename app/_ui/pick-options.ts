import type { PickOption } from './Pick'

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Whether every word of `query` stands somewhere in the option, whatever its case or accents. */
export function matches(option: PickOption, query: string): boolean {
  const where = plain(`${option.label} ${option.hint ?? ''} ${option.keywords ?? ''}`)
  return plain(query)
    .split(/\s+/)
    .every((word) => where.includes(word))
}

/** The options, and one more that makes `text` into an option where none is called that. */
export function withCreate(
  options: PickOption[],
  text: string,
): { items: PickOption[]; created?: PickOption } {
  const name = text.trim()
  if (name === '' || options.some((option) => plain(option.label) === plain(name)))
    return { items: options }
  const created = { id: '+', label: `Create “${name}”`, keywords: name }
  return { items: [...options, created], created }
}

/** All ids after a change; those that are set but not on the list stay as they are. */
export function nextIds(before: string[], options: PickOption[], picked: PickOption[]): string[] {
  const unseen = before.filter((id) => !options.some((option) => option.id === id))
  return [...unseen, ...picked.map((option) => option.id)]
}
