import type { Instant, LocalDate } from '../kernel/primitives'
import { addDays } from '../time/localDate'
import type { SprintMembership } from './taskTimeline'

/** An amount of work in story points and tasks. */
export interface ScopeAmount {
  points: number
  tasks: number
}

/** One day of a sprint, measured at the end of the day in UTC or at the end of the sprint. */
export interface BurndownDay {
  day: LocalDate
  scope: ScopeAmount
  remaining: ScopeAmount
  /** Changes during the day: added, removed, re-estimated and done. */
  added: ScopeAmount
  removed: ScopeAmount
  reestimated: number
  done: ScopeAmount
}

export interface Burndown {
  /** The amounts at the start of the sprint. */
  start: { scope: ScopeAmount; remaining: ScopeAmount }
  /** From the start of the sprint to its end, or to today. */
  days: BurndownDay[]
}

/** The effect of one task change on the totals of its sprint. */
export interface BurndownStep extends Omit<BurndownDay, 'day'> {
  at: Instant
  seq: number
}

const ZERO: ScopeAmount = { points: 0, tasks: 0 }

/**
 * Returns the totals of a sprint for each day.
 * @param started when the sprint started
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

/** Returns the effect of a change of one task on the totals of its sprint. */
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

/** Returns every date from the first to the last; only the first when the last is earlier. */
export function daysBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  const count = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS))
  return Array.from({ length: count + 1 }, (_, i) => addDays(first, i))
}

function clampToDays(day: LocalDate, days: LocalDate[]): LocalDate {
  const [first = day, last = first] = [days[0], days.at(-1)]
  return day < first ? first : day > last ? last : day
}
