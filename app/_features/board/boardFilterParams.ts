import { TASK_TYPES } from '@/domain/kernel/primitives'
import type { BoardFilter } from '@/domain/views/board'

const PARAM_NAMES = {
  text: 'q',
  people: 'person',
  labels: 'label',
  types: 'type',
  sprint: 'sprint',
} as const
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The filter that an address asks for; what makes no sense in it is passed over. */
export function parseBoardFilter(params: URLSearchParams): BoardFilter {
  const text = params.get(PARAM_NAMES.text)?.slice(0, 200)
  const people = params.getAll(PARAM_NAMES.people).filter((id) => id === 'none' || UUID.test(id))
  const labels = params
    .getAll(PARAM_NAMES.labels)
    .filter((label) => label !== '' && label.length <= 60)
  const sprint = params.get(PARAM_NAMES.sprint)
  const typeParams = params.getAll(PARAM_NAMES.types)
  const types = TASK_TYPES.filter((type) => typeParams.includes(type))
  return {
    ...(text?.trim() && { text }),
    ...(people.length > 0 && { people }),
    ...(labels.length > 0 && { labels }),
    ...(types.length > 0 && { types }),
    ...(sprint && UUID.test(sprint) && { sprint }),
  }
}

/** The same address with another filter; whatever else it says stays. */
export function withBoardFilter(params: URLSearchParams, filter: BoardFilter): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of Object.values(PARAM_NAMES)) next.delete(name)
  if (filter.text?.trim()) next.set(PARAM_NAMES.text, filter.text)
  for (const id of filter.people ?? []) next.append(PARAM_NAMES.people, id)
  for (const label of filter.labels ?? []) next.append(PARAM_NAMES.labels, label)
  for (const type of filter.types ?? []) next.append(PARAM_NAMES.types, type)
  if (filter.sprint) next.set(PARAM_NAMES.sprint, filter.sprint)
  return next
}
