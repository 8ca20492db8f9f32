import { type HistoryFilter, KINDS } from '@/domain/history'

const NAMES = { personId: 'person', kind: 'kind', text: 'q' } as const
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// Neither can stand in a title, and the database takes neither for a text.
const NO_TEXT = /\p{Cc}|\p{Surrogate}/gu

/** The filter that an address asks for; what makes no sense in it is passed over. */
export function filterOf(address: URLSearchParams): HistoryFilter {
  const personId = address.get(NAMES.personId) ?? ''
  const kind = KINDS.find((each) => each === address.get(NAMES.kind))
  const text = address.get(NAMES.text)?.slice(0, 200).replace(NO_TEXT, '').trim()
  return {
    ...(UUID.test(personId) && { personId }),
    ...(kind && { kind }),
    ...(text && { text }),
  }
}

/** The same address with another filter; whatever else it says stays. */
export function withFilter(address: URLSearchParams, filter: HistoryFilter): URLSearchParams {
  const next = new URLSearchParams(address)
  for (const field of ['personId', 'kind', 'text'] as const) {
    const value = filter[field]?.trim()
    if (value) next.set(NAMES[field], value)
    else next.delete(NAMES[field])
  }
  return next
}

/** One text for one filter, to tell filters apart. */
export const keyOf = (filter: HistoryFilter) => withFilter(new URLSearchParams(), filter).toString()
