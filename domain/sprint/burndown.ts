import type { Instant, LocalDate } from '../kernel/primitives'
import type { SprintMembership } from './taskTimeline'

/** Points and tasks. */
export interface ScopeAmount {
  points: number
  tasks: number
}

/** One day of a sprint, as it was at its end, or at the sprint's; days are those of UTC. */
export interface BurndownDay {
  day: LocalDate
  scope: ScopeAmount
  remaining: ScopeAmount
  /** What this day brought: into the sprint, out of it, more or less by estimates, and done. */
  added: ScopeAmount
  removed: ScopeAmount
  reestimated: number
  done: ScopeAmount
}

export interface Burndown {
  /** At the very start. */
  start: { scope: ScopeAmount; remaining: ScopeAmount }
  /** From the day on which the sprint started to that of its end, or today. */
  days: BurndownDay[]
}

/** What one change of a task means for the sums of its sprint. */
export interface BurndownStep extends Omit<BurndownDay, 'day'> {
  at: Instant
  seq: number
}

const ZERO: ScopeAmount = { points: 0, tasks: 0 }

/**
 * The sums of a sprint, day by day.
 * @param started when it started
 * @param until when it ended, or now
 */
export function burndownOf(
  started: Instant,
  until: Instant,
  atStart: SprintMembership[],
  steps: BurndownStep[],
): Burndown {
  const start = {
    scope: atStart.map(scopeOf).reduce(plus, ZERO),
    remaining: atStart.map(remainingOf).reduce(plus, ZERO),
  }
  const days = daysBetween(utcDateOf(started), utcDateOf(until))
  const byDay = new Map<LocalDate, BurndownStep[]>()
  for (const step of steps) {
    const day = clampToDays(utcDateOf(step.at), days)
    byDay.set(day, [...(byDay.get(day) ?? []), step])
  }
  let { scope, remaining } = start
  return {
    start,
    days: days.map((day) => {
      const own = byDay.get(day) ?? []
      const sum = (of: (step: BurndownStep) => ScopeAmount) => own.map(of).reduce(plus, ZERO)
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
export function burndownStepBetween(
  before: SprintMembership,
  now: SprintMembership,
  at: Instant,
  seq: number,
): BurndownStep {
  const scope = minus(scopeOf(now), scopeOf(before))
  const remaining = minus(remainingOf(now), remainingOf(before))
  const stays = before.isInSprint && now.isInSprint
  return {
    at,
    seq,
    scope,
    remaining,
    added: !before.isInSprint && now.isInSprint ? scope : ZERO,
    removed: before.isInSprint && !now.isInSprint ? minus(ZERO, scope) : ZERO,
    reestimated: stays ? scope.points : 0,
    done: stays && Boolean(before.doneBy) !== Boolean(now.doneBy) ? minus(scope, remaining) : ZERO,
  }
}

function scopeOf({ isInSprint, points }: SprintMembership): ScopeAmount {
  return isInSprint ? { points: points ?? 0, tasks: 1 } : ZERO
}

function remainingOf(membership: SprintMembership): ScopeAmount {
  return membership.doneBy ? ZERO : scopeOf(membership)
}

function plus(a: ScopeAmount, b: ScopeAmount): ScopeAmount {
  return { points: a.points + b.points, tasks: a.tasks + b.tasks }
}

function minus(a: ScopeAmount, b: ScopeAmount): ScopeAmount {
  return { points: a.points - b.points, tasks: a.tasks - b.tasks }
}

const utcDateOf = (at: Instant): LocalDate => at.slice(0, 10)
const DAY_MS = 86_400_000

/** Every day from the first to the last; the first alone where the last comes before it. */
export function daysBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  const count = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS))
  return Array.from({ length: count + 1 }, (_, i) => dayAfter(first, i))
}

/** The day that so many days follow. */
export function dayAfter(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

function clampToDays(day: LocalDate, days: LocalDate[]): LocalDate {
  const [first = day, last = first] = [days[0], days.at(-1)]
  return day < first ? first : day > last ? last : day
}
