import type { Day, Moment } from '../words'
import type { Standing } from './tale'

/** Points and tasks. */
export interface Amount {
  points: number
  tasks: number
}

/** One day of a sprint, as it was at its end, or at the sprint's; days are those of UTC. */
export interface BurndownDay {
  day: Day
  scope: Amount
  remaining: Amount
  /** What this day brought: into the sprint, out of it, more or less by estimates, and done. */
  added: Amount
  removed: Amount
  reestimated: number
  done: Amount
}

export interface Burndown {
  /** At the very start. */
  start: { scope: Amount; remaining: Amount }
  /** From the day on which the sprint started to that of its end, or today. */
  days: BurndownDay[]
}

/** What one change of a task means for the sums of its sprint. */
export interface Step extends Omit<BurndownDay, 'day'> {
  at: Moment
  seq: number
}

const NONE: Amount = { points: 0, tasks: 0 }

/**
 * The sums of a sprint, day by day.
 * @param started when it started
 * @param until when it ended, or now
 */
export function burndownOf(
  started: Moment,
  until: Moment,
  atStart: Standing[],
  steps: Step[],
): Burndown {
  const start = {
    scope: atStart.map(scopeOf).reduce(plus, NONE),
    remaining: atStart.map(remainingOf).reduce(plus, NONE),
  }
  const days = daysBetween(dayOf(started), dayOf(until))
  const byDay = new Map<Day, Step[]>()
  for (const step of steps) {
    const day = within(dayOf(step.at), days)
    byDay.set(day, [...(byDay.get(day) ?? []), step])
  }
  let { scope, remaining } = start
  return {
    start,
    days: days.map((day) => {
      const own = byDay.get(day) ?? []
      const sum = (of: (step: Step) => Amount) => own.map(of).reduce(plus, NONE)
      scope = plus(
        scope,
        sum((step) => step.scope),
      )
      remaining = plus(
        remaining,
        sum((step) => step.remaining),
      )
      return {
        day,
        scope,
        remaining,
        added: sum((step) => step.added),
        removed: sum((step) => step.removed),
        reestimated: own.reduce((all, step) => all + step.reestimated, 0),
        done: sum((step) => step.done),
      }
    }),
  }
}

/** What the sums of a sprint gain by a change of one task. */
export function stepBetween(before: Standing, now: Standing, at: Moment, seq: number): Step {
  const scope = minus(scopeOf(now), scopeOf(before))
  const remaining = minus(remainingOf(now), remainingOf(before))
  const stays = before.present && now.present
  return {
    at,
    seq,
    scope,
    remaining,
    added: !before.present && now.present ? scope : NONE,
    removed: before.present && !now.present ? minus(NONE, scope) : NONE,
    reestimated: stays ? scope.points : 0,
    done: stays && Boolean(before.done) !== Boolean(now.done) ? minus(scope, remaining) : NONE,
  }
}

function scopeOf({ present, points }: Standing): Amount {
  return present ? { points: points ?? 0, tasks: 1 } : NONE
}

function remainingOf(standing: Standing): Amount {
  return standing.done ? NONE : scopeOf(standing)
}

function plus(a: Amount, b: Amount): Amount {
  return { points: a.points + b.points, tasks: a.tasks + b.tasks }
}

function minus(a: Amount, b: Amount): Amount {
  return { points: a.points - b.points, tasks: a.tasks - b.tasks }
}

const dayOf = (at: Moment): Day => at.slice(0, 10)
const DAY_MS = 86_400_000

/** Every day from the first to the last; the first alone where the last comes before it. */
export function daysBetween(first: Day, last: Day): Day[] {
  const count = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS))
  return Array.from({ length: count + 1 }, (_, i) => dayAfter(first, i))
}

/** The day that so many days follow. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

function within(day: Day, days: Day[]): Day {
  const [first = day, last = first] = [days[0], days.at(-1)]
  return day < first ? first : day > last ? last : day
}
