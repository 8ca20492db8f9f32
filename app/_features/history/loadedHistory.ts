import type { StoredEvent } from '@/domain/events'
import type { HistoryCursor, HistoryPage } from '@/domain/views/history'

/** What has been read of a history so far, newest first. */
export interface LoadedHistory extends Omit<HistoryPage, 'next' | 'seq'> {
  /** Where the next page begins; null at the end, undefined before the first. */
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

/** All that was read, by pages from the newest on. */
export function mergePages(pages: readonly HistoryPage[]): LoadedHistory {
  return pages.reduce<LoadedHistory>(
    (loaded, page) => mergePage(loaded, page, page.next),
    EMPTY_HISTORY,
  )
}

/** Both together, newest first and each event once; later names win. */
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

/** Without what belongs further down than has been read: it comes with its own page. */
export function withinLoadedRange(
  page: HistoryPage,
  next: HistoryCursor | null | undefined,
): HistoryPage {
  if (!next) return page
  return { ...page, events: page.events.filter((event) => compareNewestFirst(event, next) <= 0) }
}

/** Both together, newest first and each once. */
export function mergeEvents(
  loaded: readonly StoredEvent[],
  added: readonly StoredEvent[],
): StoredEvent[] {
  const bySeq = new Map([...loaded, ...added].map((event) => [event.seq, event]))
  return [...bySeq.values()].sort(compareNewestFirst)
}

/** By time, then by position, newest first; times are ISO texts of the same length. */
function compareNewestFirst(a: HistoryCursor, b: HistoryCursor): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq
}
