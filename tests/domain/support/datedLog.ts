import type { StoredEvent } from '@/domain/events'
import type { Id, LocalDate } from '@/domain/kernel/primitives'
import { type SprintReport, sprintReportOf } from '@/domain/sprint/report'
import {
  initialTracking,
  type LifecycleEvent,
  lifecycleEventsOf,
  type SprintTaskChange,
  trackEvent,
} from '@/domain/sprint/sprintLog'
import { required, type TestProject } from './testProject'

/** A log whose events have dates that a test chooses. */
export class DatedLog {
  private readonly dayChanges: { after: number; day: LocalDate }[] = []
  constructor(private readonly testProject: TestProject) {}

  /** Sets the date of later events to this day of March 2031. */
  setDay(day: number): void {
    const after = this.testProject.events.length
    this.dayChanges.push({ after, day: `2031-03-${String(day).padStart(2, '0')}` })
  }

  /** Returns the log with each event at noon of its date. */
  get events(): StoredEvent[] {
    return this.testProject.events.map((event) => {
      const day = this.dayChanges.findLast(({ after }) => after < event.seq)?.day ?? '2031-03-01'
      return { ...event, at: `${day}T12:00:00.000Z` }
    })
  }

  /** Returns a sprint's report on the current date. */
  report(sprintId: Id): SprintReport {
    const now = `${this.dayChanges.at(-1)?.day}T18:00:00.000Z`
    return required(sprintReportOf(sprintLogOf(this.events, sprintId), now))
  }
}

/** Returns the log of one sprint, extracted from a project's whole log. */
export function sprintLogOf(events: StoredEvent[], sprintId: Id) {
  const state = initialTracking()
  const changes: SprintTaskChange[] = []
  const lifecycleEvents: LifecycleEvent[] = []
  for (const event of events) {
    changes.push(...trackEvent(state, event))
    lifecycleEvents.push(...lifecycleEventsOf(event))
  }
  return {
    lifecycleEvents: lifecycleEvents.filter(
      (lifecycleEvent) => lifecycleEvent.sprintId === sprintId,
    ),
    changes: changes.filter((change) => change.sprintId === sprintId),
    otherLifecycleEvents: lifecycleEvents.filter(
      (lifecycleEvent) => lifecycleEvent.sprintId !== sprintId,
    ),
  }
}
