import type { StoredEvent } from '@/domain/events'
import type { HistoryCursor, HistoryPage } from '@/domain/views/history'

/** The loaded part of a history, the newest first. */
export interface LoadedHistory extends Omit<HistoryPage, 'next' | 'seq'> {
  /** Start of the next page; null at the end, undefined before the first page. */
  next: HistoryCursor | null | undefined
}

const EMPTY_HISTORY: LoadedHistory = {
  events: [],
  people: [],
  tasks: [],
  sprints: [],
  componentsAndVersions: [],
  conflicts: [],
  commands: [],
  next: undefined,
}

/** Merges pages, starting with the newest one. */
export function mergePages(pages: readonly HistoryPage[]): LoadedHistory {
  return pages.reduce<LoadedHistory>(
    (loaded, page) => mergePage(loaded, page, page.next),
    EMPTY_HISTORY,
  )
}

/** Merges a page: the newest first, each event once. Later names win. */
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

/** Returns the page without events older than the loaded range, which come with their own pages. */
export function withinLoadedRange(
  page: HistoryPage,
  next: HistoryCursor | null | undefined,
): HistoryPage {
  if (!next) return page
  return { ...page, events: page.events.filter((event) => compareNewestFirst(event, next) <= 0) }
}

/** Merges two lists of events: the newest first, each event once. */
export function mergeEvents(
  loaded: readonly StoredEvent[],
  added: readonly StoredEvent[],
): StoredEvent[] {
  const bySeq = new Map([...loaded, ...added].map((event) => [event.seq, event]))
  return [...bySeq.values()].sort(compareNewestFirst)
}

/** Compares by time, then by position, the newest first. Times are ISO texts of equal length. */
function compareNewestFirst(a: HistoryCursor, b: HistoryCursor): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq
}
