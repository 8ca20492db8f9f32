import { HISTORY_KINDS, type HistoryFilter } from '@/domain/views/history'

const PARAM_NAMES = { personId: 'person', kind: 'kind', text: 'q' } as const
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// Neither can stand in a title, and the database takes neither for a text.
const INVALID_CHARACTERS = /\p{Cc}|\p{Surrogate}/gu

/** The filter that an address asks for; what makes no sense in it is passed over. */
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

/** The same address with another filter; whatever else it says stays. */
export function withHistoryFilter(params: URLSearchParams, filter: HistoryFilter): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const field of ['personId', 'kind', 'text'] as const) {
    const value = filter[field]?.trim()
    if (value) next.set(PARAM_NAMES[field], value)
    else next.delete(PARAM_NAMES[field])
  }
  return next
}

/** One text for one filter, to tell filters apart. */
export const historyFilterKey = (filter: HistoryFilter) =>
  withHistoryFilter(new URLSearchParams(), filter).toString()
