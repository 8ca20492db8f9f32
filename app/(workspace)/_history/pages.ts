import type { LoggedEvent } from '@/domain/events'
import type { HistoryPage, HistoryPlace } from '@/domain/history'

/** What has been read of a history so far, newest first. */
export interface Read extends Omit<HistoryPage, 'next' | 'seq'> {
  /** Where the next page begins; null at the end, undefined before the first. */
  next: HistoryPlace | null | undefined
}

export const NOTHING: Read = {
  events: [],
  people: [],
  tasks: [],
  sprints: [],
  entries: [],
  conflicts: [],
  commands: [],
  next: undefined,
}

/** Both together, newest first and each event once; later names win. */
export function joined<Next>(known: Read, page: HistoryPage, next: Next) {
  return {
    events: inOrder(known.events, page.events),
    people: [...known.people, ...page.people],
    tasks: [...known.tasks, ...page.tasks],
    sprints: [...known.sprints, ...page.sprints],
    entries: [...known.entries, ...page.entries],
    conflicts: [...known.conflicts, ...page.conflicts],
    commands: [...known.commands, ...page.commands],
    next,
  }
}

/** Without what belongs further down than has been read: it comes with its own page. */
export function onlyLoaded(page: HistoryPage, next: HistoryPlace | null | undefined): HistoryPage {
  if (!next) return page
  return { ...page, events: page.events.filter((event) => order(event, next) <= 0) }
}

/** Both together, newest first and each once. */
export function inOrder(some: readonly LoggedEvent[], more: readonly LoggedEvent[]): LoggedEvent[] {
  const all = new Map([...some, ...more].map((event) => [event.seq, event]))
  return [...all.values()].sort(order)
}

/** By time, then by position, newest first; times are ISO texts of the same length. */
function order(a: HistoryPlace, b: HistoryPlace): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq
}
