import type { BoardFilter } from '@/domain/board'
import { TASK_TYPES } from '@/domain/words'

const NAMES = {
  text: 'q',
  people: 'person',
  labels: 'label',
  types: 'type',
  sprint: 'sprint',
} as const
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The filter that an address asks for; what makes no sense in it is passed over. */
export function filterOf(address: URLSearchParams): BoardFilter {
  const text = address.get(NAMES.text)?.slice(0, 200)
  const people = address.getAll(NAMES.people).filter((id) => id === 'none' || UUID.test(id))
  const labels = address.getAll(NAMES.labels).filter((label) => label !== '' && label.length <= 60)
  const sprint = address.get(NAMES.sprint)
  const asked = address.getAll(NAMES.types)
  const types = TASK_TYPES.filter((type) => asked.includes(type))
  return {
    ...(text?.trim() && { text }),
    ...(people.length > 0 && { people }),
    ...(labels.length > 0 && { labels }),
    ...(types.length > 0 && { types }),
    ...(sprint && UUID.test(sprint) && { sprint }),
  }
}

/** The same address with another filter; whatever else it says stays. */
export function withFilter(address: URLSearchParams, filter: BoardFilter): URLSearchParams {
  const next = new URLSearchParams(address)
  for (const name of Object.values(NAMES)) next.delete(name)
  if (filter.text?.trim()) next.set(NAMES.text, filter.text)
  for (const id of filter.people ?? []) next.append(NAMES.people, id)
  for (const label of filter.labels ?? []) next.append(NAMES.labels, label)
  for (const type of filter.types ?? []) next.append(NAMES.types, type)
  if (filter.sprint) next.set(NAMES.sprint, filter.sprint)
  return next
}
