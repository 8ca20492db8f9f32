import { HISTORY_KINDS, type HistoryFilter } from '@/domain/views/history'

const PARAM_NAMES = { personId: 'person', kind: 'kind', text: 'q' } as const
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// Titles cannot contain these characters, and the database does not accept them in a text.
const INVALID_CHARACTERS = /\p{Cc}|\p{Surrogate}/gu

/** Returns the filter in a URL's parameters. Ignores invalid values. */
export function parseHistoryFilter(params: URLSearchParams): HistoryFilter {
  const personId = params.get(PARAM_NAMES.personId) ?? ''
  const kind = HISTORY_KINDS.find((each) => each === params.get(PARAM_NAMES.kind))
  const text = params.get(PARAM_NAMES.text)?.slice(0, 200).replace(INVALID_CHARACTERS, '').trim()
  return {
    ...(UUID.test(personId) && { personId }),
    ...(kind && { kind }),
    ...(text && { text }),
  }
}

/** Returns a copy of the parameters with another filter. Keeps all other parameters. */
export function withHistoryFilter(params: URLSearchParams, filter: HistoryFilter): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const field of ['personId', 'kind', 'text'] as const) {
    const value = filter[field]?.trim()
    if (value) next.set(PARAM_NAMES[field], value)
    else next.delete(PARAM_NAMES[field])
  }
  return next
}

/** Returns a string that identifies a filter. */
export const historyFilterKey = (filter: HistoryFilter) =>
  withHistoryFilter(new URLSearchParams(), filter).toString()
