import type { LoggedEvent } from '@/domain/events'
import type { HistoryPage, HistoryPlace } from '@/domain/history'
import type { Read } from '../../../_history/useHistory'

/** What has been read so far; `next` is undefined before the first page. */
export type Known = Read

export const NOTHING: Known = {
  events: [],
  people: [],
  tasks: [],
  sprints: [],
  conflicts: [],
  commands: [],
  next: undefined,
}

/** Both together, newest first and each event once; later names win. */
export function joined<Next>(known: Known, page: HistoryPage, next: Next) {
  return {
    events: inOrder(known.events, page.events),
    people: [...known.people, ...page.people],
    tasks: [...known.tasks, ...page.tasks],
    sprints: [...known.sprints, ...page.sprints],
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

function inOrder(some: readonly LoggedEvent[], more: readonly LoggedEvent[]): LoggedEvent[] {
  const all = new Map([...some, ...more].map((event) => [event.seq, event]))
  return [...all.values()].sort(order)
}

/** By time, then by position, newest first; times are ISO texts of the same length. */
function order(a: HistoryPlace, b: HistoryPlace): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq
}
