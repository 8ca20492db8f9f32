import type { LoggedEvent } from '@/domain/events'
import type { Moment } from '@/domain/words'
import type { Story } from '../../../../_history/stories'

/** A line of the list: a day's heading, or something that happened on it. */
export type Row = { key: string; day: Moment } | { key: string; story: Story }

/**
 * The stories under the days on which they happened, in a time zone; newest first. The moves that
 * emptied a column that was removed are told by its removal.
 */
export function rowsOf(stories: readonly Story[], timeZone: string): Row[] {
  const dayOf = dayIn(timeZone)
  const emptied = new Map(stories.flatMap(({ event }) => removal(event)))
  const rows: Row[] = []
  let last = ''
  for (const story of stories) {
    const { event } = story
    if (event.type === 'task.moved' && emptied.get(event.commandId) === event.data.from) continue
    const day = dayOf(event.at)
    if (day !== last) rows.push({ key: `day ${day}`, day: event.at })
    last = day
    rows.push({ key: String(event.seq), story })
  }
  return rows
}

function removal(event: LoggedEvent): [string, string][] {
  return event.type === 'status.removed' ? [[event.commandId, event.data.statusId]] : []
}

/** "Today", "Yesterday", "Friday 20 November", with the year where it is another. */
export function dayName(at: Moment, now: number, timeZone: string): string {
  const dayOf = dayIn(timeZone)
  const day = dayOf(at)
  const DAY_MS = 86_400_000
  if (day === dayOf(new Date(now).toISOString())) return 'Today'
  if (day === dayOf(new Date(now - DAY_MS).toISOString())) return 'Yesterday'
  const sameYear = day.slice(0, 4) === dayOf(new Date(now).toISOString()).slice(0, 4)
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(at))
}

function dayIn(timeZone: string): (at: Moment) => string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const format = new Intl.DateTimeFormat('sv-SE', options)
  return (at) => format.format(new Date(at))
}
