import type { ComboboxOption } from './Combobox'

const normalize = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Whether every word of `query` stands somewhere in the option, whatever its case or accents. */
export function matchesQuery(option: ComboboxOption, query: string): boolean {
  const searchText = normalize(`${option.label} ${option.hint ?? ''} ${option.keywords ?? ''}`)
  return normalize(query)
    .split(/\s+/)
    .every((word) => searchText.includes(word))
}

/** The options, and one more that makes `text` into an option where none is called that. */
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

/** All ids after a change; those that are set but not on the list stay as they are. */
export function selectedIds(
  before: string[],
  options: ComboboxOption[],
  selected: ComboboxOption[],
): string[] {
  const unlisted = before.filter((id) => !options.some((option) => option.id === id))
  return [...unlisted, ...selected.map((option) => option.id)]
}
