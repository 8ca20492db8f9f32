import type { StoredEvent } from '@/domain/events'
import type { HistoryCursor, HistoryPage } from '@/domain/views/history'

/** The part of a history loaded so far, newest first. */
export interface LoadedHistory extends Omit<HistoryPage, 'next' | 'seq'> {
  /** Cursor of the next page; null at the end, undefined before the first page. */
  next: HistoryCursor | null | undefined
}

export const EMPTY_HISTORY: LoadedHistory = {
  events: [],
  people: [],
  tasks: [],
  sprints: [],
  componentsAndVersions: [],
  conflicts: [],
  commands: [],
  next: undefined,
}

/** Merges a page into the loaded history, newest first and without duplicates. Later names win. */
export function mergePage<Next>(loaded: LoadedHistory, page: HistoryPage, next: Next) {
  return {
    events: mergeEvents(loaded.events, page.events),
    people: [...loaded.people, ...page.people],
    tasks: [...loaded.tasks, ...page.tasks],
    sprints: [...loaded.sprints, ...page.sprints],
    componentsAndVersions: [...loaded.componentsAndVersions, ...page.componentsAndVersions],
    conflicts: [...loaded.conflicts, ...page.conflicts],
    commands: [...loaded.commands, ...page.commands],
    next,
  }
}

/** Removes events older than the loaded range. They come with their own page. */
export function withinLoadedRange(
  page: HistoryPage,
  next: HistoryCursor | null | undefined,
): HistoryPage {
  if (!next) return page
  return { ...page, events: page.events.filter((event) => compareNewestFirst(event, next) <= 0) }
}

/** Merges events, newest first and without duplicates. */
export function mergeEvents(
  loaded: readonly StoredEvent[],
  added: readonly StoredEvent[],
): StoredEvent[] {
  const bySeq = new Map([...loaded, ...added].map((event) => [event.seq, event]))
  return [...bySeq.values()].sort(compareNewestFirst)
}

/** Sorts by time, then by seq, newest first. Times are ISO strings of equal length. */
function compareNewestFirst(a: HistoryCursor, b: HistoryCursor): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq
}
