import type { LoggedEvent } from '@/domain/events'
import {
  beginning,
  follow,
  marksOf,
  type SprintChange,
  type SprintMark,
} from '@/domain/sprint/journal'
import { reportOf, type SprintReport } from '@/domain/sprint/report'
import type { Day, Id } from '@/domain/words'
import { present, type World } from './given'

/** A world whose events happen on days that a test chooses. */
export class Diary {
  private readonly turns: { after: number; day: Day }[] = []
  constructor(private readonly world: World) {}

  /** From now on it is this day of March 2031. */
  day(day: number): void {
    const after = this.world.events.length
    this.turns.push({ after, day: `2031-03-${String(day).padStart(2, '0')}` })
  }

  /** The log, each event at noon of its day. */
  get events(): LoggedEvent[] {
    return this.world.events.map((event) => {
      const day = this.turns.findLast(({ after }) => after < event.seq)?.day ?? '2031-03-01'
      return { ...event, at: `${day}T12:00:00.000Z` }
    })
  }

  /** A sprint's report on the day that it is. */
  report(sprintId: Id): SprintReport {
    const now = `${this.turns.at(-1)?.day}T18:00:00.000Z`
    return present(reportOf(journalOf(this.events, sprintId), now))
  }
}

/** The journal of one sprint, from a project's whole log. */
export function journalOf(events: LoggedEvent[], sprintId: Id) {
  const state = beginning()
  const changes: SprintChange[] = []
  const marks: SprintMark[] = []
  for (const event of events) {
    changes.push(...follow(state, event))
    marks.push(...marksOf(event))
  }
  return {
    marks: marks.filter((mark) => mark.sprintId === sprintId),
    changes: changes.filter((change) => change.sprintId === sprintId),
    others: marks.filter((mark) => mark.sprintId !== sprintId),
  }
}
