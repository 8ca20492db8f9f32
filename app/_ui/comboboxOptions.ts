import type { ComboboxOption } from './Combobox'

const normalize = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Returns true when the option contains every word of `query`, ignoring case and accents. */
export function matchesQuery(option: ComboboxOption, query: string): boolean {
  const searchText = normalize(`${option.label} ${option.hint ?? ''} ${option.keywords ?? ''}`)
  return normalize(query)
    .split(/\s+/)
    .every((word) => searchText.includes(word))
}

/** Returns the options, plus one that creates `text` unless an option already has that name. */
export function withCreateOption(
  options: ComboboxOption[],
  text: string,
): { items: ComboboxOption[]; created?: ComboboxOption } {
  const name = text.trim()
  if (name === '' || options.some((option) => normalize(option.label) === normalize(name)))
    return { items: options }
  const created = { id: '+', label: `Create “${name}”`, keywords: name }
  return { items: [...options, created], created }
}

/** Returns all ids after a change. Keeps selected ids that are not in the list. */
export function selectedIds(
  before: string[],
  options: ComboboxOption[],
  selected: ComboboxOption[],
): string[] {
  const unlisted = before.filter((id) => !options.some((option) => option.id === id))
  return [...unlisted, ...selected.map((option) => option.id)]
}
