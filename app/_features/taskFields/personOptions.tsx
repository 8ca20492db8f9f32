import { Avatar } from '@/app/_ui/Avatar'
import type { ComboboxOption } from '@/app/_ui/Combobox'
import type { Person } from '@/domain/views/board'

/** Returns people as options of a list: members first, then placeholders, each sorted by name. */
export function personOptions(people: readonly Person[]): ComboboxOption[] {
  return people
    .toSorted(
      (a, b) => Number(a.placeholder) - Number(b.placeholder) || a.name.localeCompare(b.name),
    )
    .map((person) => ({
      id: person.id,
      label: person.name,
      icon: <Avatar person={person} size="small" decorative />,
      hint: person.placeholder ? 'no account' : undefined,
    }))
}
