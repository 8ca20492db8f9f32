import type { Command } from '../commands'
import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { componentOrVersionFieldKey } from '../conflict/fieldChanges'
import { type Decision, type DecisionContext, noChange } from '../decision'
import type { Id } from '../kernel/primitives'
import type { Project } from '../project/project'
import type { Reads } from '../reads'
import { activeOnly, type ComponentsOrVersions } from './componentsAndVersions'
import { ensureValidName, entryNotFound, LABELS } from './guards'

/**
 * Edits a component or version. Each field is merged separately; a field that others changed
 * concurrently is a conflict.
 * @param then returns the decision for the merged changes; not called when there are none
 */
export function editEntry(
  command: Command,
  list: ComponentsOrVersions,
  id: Id,
  patch: object,
  reads: Reads<'project'>,
  context: DecisionContext,
  then: (project: Project, set: object) => Decision,
): Decision {
  const { project } = reads
  const current = activeOnly<{ id: Id; removedAt: string | null }>(project[list]).find(
    (e) => e.id === id,
  )
  if (!current) return entryNotFound(list)
  const set: Record<string, unknown> = {}
  const conflictFields: ConflictField[] = []
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue
    const mine = field === 'name' ? String(value).trim() : value
    const failure = field === 'name' ? ensureValidName(project, list, id, String(mine)) : null
    if (failure) return failure
    const from = (current as unknown as Record<string, unknown>)[field]
    const verdict = detectScalarConflict(
      componentOrVersionFieldKey(LABELS[list].noun, id, field),
      from,
      mine,
      context,
    )
    if (verdict === 'same') continue
    if ('conflict' in verdict) conflictFields.push(verdict.conflict)
    else set[field] = { from, to: verdict.value }
  }
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, reads, context)
  return Object.keys(set).length === 0 ? noChange : then(project, set)
}
