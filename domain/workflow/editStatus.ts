import type { CommandOf } from '../commands'
import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { statusFieldKey } from '../conflict/fieldChanges'
import { type Decision, type DecisionContext, noChange } from '../decision'
import { aboutStatus, defineCommand } from '../defineCommand'
import type { StatusChanges, StatusScalars } from '../project/events'
import type { Reads } from '../reads'
import { requireStatus } from '../task/guards'
import { acceptProjectEvent, nameRequired } from './statusEvents'

/**
 * Edits name, category, colour, WIP limit or transitions of a status. Each field is merged
 * separately.
 */
export function editStatus(
  command: CommandOf<'status.edit'>,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  const lookup = requireStatus(command, command.statusId, reads, context)
  if ('failure' in lookup) return lookup.failure
  if (command.set.name !== undefined && !command.set.name.trim()) return nameRequired()
  const set: Record<string, unknown> = {}
  const conflictFields: ConflictField[] = []
  for (const [field, value] of Object.entries(command.set)) {
    if (value === undefined) continue
    const mine = field === 'name' ? String(value).trim() : value
    const now = lookup.status[field as keyof StatusScalars]
    const verdict = detectScalarConflict(
      statusFieldKey(command.statusId, field),
      now,
      mine,
      context,
    )
    if (verdict === 'same') continue
    if ('conflict' in verdict) conflictFields.push(verdict.conflict)
    else set[field] = { from: now, to: verdict.value }
  }
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, reads, context)
  if (Object.keys(set).length === 0) return noChange
  const data = { statusId: command.statusId, set: set as StatusChanges }
  return acceptProjectEvent(reads.project, context, { type: 'status.edited', data })
}

export const editStatusCommand = defineCommand({
  type: 'status.edit',
  role: 'admin',
  ...aboutStatus,
  readSet: () => ({ project: {} }),
  decide: editStatus,
})
