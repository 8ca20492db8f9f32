import type { CommandOf } from '../commands'
import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict } from '../conflict/detectConflict'
import { statusFieldKey } from '../conflict/fieldChanges'
import type { DecisionContext } from '../decision'
import { isEqual } from '../kernel/equal'
import type { StatusId } from '../kernel/primitives'
import type { WorkflowStatus } from '../project/commands'
import type { StatusChanges, StatusScalars } from '../project/events'
import { findStatus, type Project, type Status } from '../project/project'
import { type BaseWorkflow, wasRemovedConcurrently } from './baseWorkflow'
import { sortTransitions, type Transition } from './transition'

const STATUS_FIELDS: (keyof StatusScalars)[] = [
  'name',
  'category',
  'color',
  'wipLimit',
  'transitions',
]

/** The result of comparing a workflow change with the current workflow. */
interface StatusComparison {
  edits: Map<StatusId, StatusChanges>
  conflictFields: ConflictField[]
  /** True when the sender changed, or reassigned tasks to, a status that others have removed. */
  usesRemovedStatus: boolean
}

/**
 * Compares each status with the one that the sender saw. Only fields that the sender changed are
 * considered, each separately. Transitions to statuses that others removed are dropped.
 */
export function detectStatusConflicts(
  { statuses, reassignments }: CommandOf<'workflow.change'>,
  project: Project,
  base: BaseWorkflow,
  context: DecisionContext,
): StatusComparison {
  const comparison: StatusComparison = {
    edits: new Map(),
    conflictFields: [],
    usesRemovedStatus: false,
  }
  comparison.usesRemovedStatus = Object.values(reassignments).some((to) =>
    wasRemovedConcurrently(to, project, base),
  )
  for (const mine of normalizeStatuses(statuses, reassignments, project)) {
    const atBase = base.statuses.find((each) => each.id === mine.id)
    if (!atBase) continue
    const remainingTransitions = withoutRemovedTargets(atBase.transitions, reassignments, project)
    const changed = STATUS_FIELDS.filter(
      (field) => !isEqual({ ...atBase, transitions: remainingTransitions }[field], mine[field]),
    )
    const current = findStatus(project, mine.id)
    if (!current) comparison.usesRemovedStatus ||= changed.length > 0
    else detectConflictsIn(mine, current, changed, context, comparison)
  }
  return comparison
}

function detectConflictsIn(
  mine: WorkflowStatus,
  current: Status,
  changed: (keyof StatusScalars)[],
  context: DecisionContext,
  { edits, conflictFields }: StatusComparison,
): void {
  const set: Record<string, unknown> = {}
  for (const field of changed) {
    const verdict = detectScalarConflict(
      statusFieldKey(current.id, field),
      current[field],
      mine[field],
      context,
    )
    if (verdict === 'same') continue
    if ('conflict' in verdict) conflictFields.push(verdict.conflict)
    else set[field] = { from: current[field], to: verdict.value }
  }
  if (Object.keys(set).length > 0) edits.set(current.id, set as StatusChanges)
}

/** Returns the sender's statuses in the form in which events store them. */
export function normalizeStatuses(
  statuses: WorkflowStatus[],
  reassignments: Record<StatusId, StatusId>,
  project: Project,
): WorkflowStatus[] {
  return statuses.map((each) => ({
    ...each,
    name: each.name.trim(),
    transitions: sortTransitions(withoutRemovedTargets(each.transitions, reassignments, project)),
  }))
}

/**
 * Returns the transitions without those that lead to a status that is being removed or was removed.
 */
function withoutRemovedTargets(
  transitions: Transition[] | null,
  reassignments: Record<StatusId, StatusId>,
  { statuses }: Project,
): Transition[] | null {
  const removed = new Set(statuses.filter((status) => status.removedAt).map((status) => status.id))
  return (
    transitions?.filter(({ to }) => !removed.has(to) && reassignments[to] === undefined) ?? null
  )
}
