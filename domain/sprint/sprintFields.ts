import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict } from '../conflict/detectConflict'
import { sprintFieldKey } from '../conflict/fieldChanges'
import { type DecisionContext, reject } from '../decision'
import type { Sprint, SprintField, SprintScalars } from './sprint'

export const nameRequired = () => reject('invalid', 'A sprint needs a name.', 'name')

/** Returns the rejection of a sprint that would end before it starts. */
export const endBeforeStart = () =>
  reject('invalid', 'A sprint ends on the day it starts, or later.', 'endDate')

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
