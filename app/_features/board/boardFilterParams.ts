import { FILTERABLE_FIELDS, type FilterableField, NO_VALUE, rulesOf } from '@/domain/task/fields'
import type { BoardFilter } from '@/domain/views/board'

/** URL parameters whose name is shorter than the name of their field. */
const FIELD_PARAMS: Partial<Record<FilterableField, string>> = {
  assignees: 'person',
  labels: 'label',
}
const paramOf = (field: FilterableField) => FIELD_PARAMS[field] ?? field
const PARAM_NAMES = ['q', 'sprint', ...FILTERABLE_FIELDS.map(paramOf)]
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Returns the filter in a URL's parameters. Ignores invalid values. */
export function parseBoardFilter(params: URLSearchParams): BoardFilter {
  const text = params.get('q')?.slice(0, 200)
  const sprint = params.get('sprint')
  const fields = FILTERABLE_FIELDS.flatMap((field) => {
    const values = valuesOf(field, params.getAll(paramOf(field)))
    return values.length > 0 ? [[field, values]] : []
  })
  return {
    ...(text?.trim() && { text }),
    ...Object.fromEntries(fields),
    ...(sprint && UUID.test(sprint) && { sprint }),
  }
}

/** Returns the field values that the parameter texts stand for. */
function valuesOf(field: FilterableField, texts: string[]): unknown[] {
  const { filter, values } = rulesOf(field)
  const takesEmpty = filter === 'valuesOrNone'
  return texts.flatMap((text) => {
    if (takesEmpty && text === NO_VALUE) return [text]
    if (values) return values.filter((value) => String(value) === text)
    const isValid = field === 'assignees' ? UUID.test(text) : text !== '' && text.length <= 60
    return isValid ? [text] : []
  })
}

/** Returns a copy of the parameters with another filter. Keeps all other parameters. */
export function withBoardFilter(params: URLSearchParams, filter: BoardFilter): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of PARAM_NAMES) next.delete(name)
  if (filter.text?.trim()) next.set('q', filter.text)
  for (const field of FILTERABLE_FIELDS) {
    for (const value of filter[field] ?? []) next.append(paramOf(field), String(value))
  }
  if (filter.sprint) next.set('sprint', filter.sprint)
  return next
}
