import { mergeSum } from '../conflict/detectConflict'
import type { DecisionContext } from '../decision'
import type { RemainingAdjustment } from './commands'
import type { Worklog } from './worklog'

/**
 * Returns the remaining estimate after time was logged, and how much the worklog deducted
 * automatically.
 */
export function adjustRemaining(
  from: number | null,
  seconds: number,
  adjustment: RemainingAdjustment,
  context: DecisionContext,
) {
  if (adjustment === 'keep') return { to: from, deductedFromRemaining: null }
  if (adjustment === 'auto') {
    if (from === null) return { to: null, deductedFromRemaining: 0 }
    const to = Math.max(0, from - seconds)
    return { to, deductedFromRemaining: from - to }
  }
  if ('by' in adjustment)
    return {
      to: from === null ? null : Math.max(0, from - adjustment.by),
      deductedFromRemaining: null,
    }
  return {
    to: mergeSum('remainingEstimate', from, adjustment.set, context),
    deductedFromRemaining: null,
  }
}

/**
 * Returns the remaining estimate and the deduction after a worklog changed its duration: a longer
 * one deducts more, a shorter one gives back the excess.
 */
export function readjustRemaining(from: number | null, worklog: Worklog, seconds: number) {
  const { deductedFromRemaining } = worklog
  if (deductedFromRemaining === null || from === null) return { to: from, deductedFromRemaining }
  const additional = Math.min(from, Math.max(0, seconds - worklog.seconds))
  const deducted = Math.min(deductedFromRemaining + additional, seconds)
  return { to: from + deductedFromRemaining - deducted, deductedFromRemaining: deducted }
}

/** Returns the remaining estimate after a worklog gave back what it had deducted. */
export const restoreRemaining = (current: number | null, { deductedFromRemaining }: Worklog) =>
  current === null ? null : current + (deductedFromRemaining ?? 0)

/** Returns the part of an event that changes the remaining estimate; empty when it stays. */
export const remainingChange = (from: number | null, to: number | null) =>
  from === to ? {} : { remaining: { from, to } }
