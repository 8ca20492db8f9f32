import type { StoredEvent } from '@/domain/events'
import type { Instant } from '@/domain/kernel/primitives'
import type { HistoryEntry } from '../historyEntries'

/** A row of the list: the heading of a day, or an entry. */
export type HistoryRow = { key: string; day: Instant } | { key: string; entry: HistoryEntry }

/**
 * Groups entries by day in a time zone, newest first. Leaves out the moves that emptied a removed
 * status, because the removal itself lists them.
 */
export function groupByDay(entries: readonly HistoryEntry[], timeZone: string): HistoryRow[] {
  const dayOf = dayFormatter(timeZone)
  const removedStatusByCommand = new Map(entries.flatMap(({ event }) => removedStatus(event)))
  const rows: HistoryRow[] = []
  let last = ''
  for (const entry of entries) {
    const { event } = entry
    if (
      event.type === 'task.moved' &&
      removedStatusByCommand.get(event.commandId) === event.data.from
    )
      continue
    const day = dayOf(event.at)
    if (day !== last) rows.push({ key: `day ${day}`, day: event.at })
    last = day
    rows.push({ key: String(event.seq), entry })
  }
  return rows
}

function removedStatus(event: StoredEvent): [string, string][] {
  return event.type === 'status.removed' ? [[event.commandId, event.data.statusId]] : []
}

/**
 * Returns "Today", "Yesterday" or "Friday 20 November", with the year when it is not the current
 * one.
 */
export function formatDayHeading(at: Instant, now: number, timeZone: string): string {
  const dayOf = dayFormatter(timeZone)
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

function dayFormatter(timeZone: string): (at: Instant) => string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const format = new Intl.DateTimeFormat('sv-SE', options)
  return (at) => format.format(new Date(at))
}
