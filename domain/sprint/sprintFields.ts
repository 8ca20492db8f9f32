import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict } from '../conflict/detectConflict'
import { sprintFieldKey } from '../conflict/fieldChanges'
import { type Decision, type DecisionContext, reject } from '../decision'
import type { SprintChanges } from './events'
import type { Sprint, SprintField, SprintScalars } from './sprint'

/** Returns the rejection of a sprint without a name. */
export const nameRequired = () => reject('invalid', 'A sprint needs a name.', 'name')

/** Returns the rejection of a sprint that would end before it starts. */
export const endBeforeStart = () =>
  reject('invalid', 'A sprint ends on the day it starts, or later.', 'endDate')

/**
 * Returns a rejection when changes would leave a sprint with an end before its start, or a running
 * one without both dates; otherwise null.
 */
export function ensureValidDates(sprint: Sprint, set: SprintChanges): Decision | null {
  const startDate = set.startDate ? set.startDate.to : sprint.startDate
  const endDate = set.endDate ? set.endDate.to : sprint.endDate
  if (startDate && endDate && endDate < startDate) return endBeforeStart()
  if (sprint.state === 'active' && !(startDate && endDate)) {
    return reject(
      'invalid',
      'A running sprint needs both its dates.',
      startDate ? 'endDate' : 'startDate',
    )
  }
  return null
}

/** Merges each field of a patch of a sprint and returns the changes and conflicts. */
export function detectSprintConflicts(
  id: string,
  patch: Partial<SprintScalars>,
  sprint: Sprint,
  context: DecisionContext,
) {
  const set: { [F in SprintField]?: { from: never; to: SprintScalars[F] } } = {}
  const conflictFields: ConflictField[] = []
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue
    const field = key as SprintField
    const mine = field === 'name' ? String(value).trim() : value
    const verdict = detectScalarConflict(sprintFieldKey(id, field), sprint[field], mine, context)
    if (verdict === 'same') continue
    if ('conflict' in verdict) conflictFields.push(verdict.conflict)
    else Object.assign(set, { [field]: { from: sprint[field], to: verdict.value } })
  }
  return { set, conflictFields }
}
