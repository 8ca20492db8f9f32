import type { BaseVersion } from '@/app/_replica/replicaTypes'
import { isEqual } from '@/domain/kernel/equal'
import type { StatusId } from '@/domain/kernel/primitives'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Project } from '@/domain/project/project'
import { sortTransitions, type Transition, type TransitionRule } from '@/domain/workflow/transition'

/** An edited workflow and the confirmed project version that it is based on. */
export interface WorkflowDraft {
  baseVersion: BaseVersion
  statuses: WorkflowStatus[]
  /** The status that receives the tasks of each removed status. */
  reassignments: Record<StatusId, StatusId>
}

/** Returns a draft of the project's current workflow. */
export const toWorkflowDraft = (project: Project, baseVersion: BaseVersion): WorkflowDraft => ({
  baseVersion,
  reassignments: {},
  statuses: savedStatuses(project),
})

/** Returns the project's current statuses in the form of a draft. */
export function savedStatuses({ statuses }: Project): WorkflowStatus[] {
  const activeStatuses = statuses.filter((status) => !status.removedAt)
  return activeStatuses.map(({ id, name, category, color, wipLimit, transitions }) => {
    return { id, name, category, color, wipLimit, transitions }
  })
}

/** Returns true when saving the draft would change anything. */
export function isDraftChanged(draft: WorkflowDraft, project: Project): boolean {
  return !isEqual(draft.statuses, savedStatuses(project))
}

/**
 * Returns the transition between two statuses, or null when it is not allowed. Null `transitions`
 * allow all.
 */
export function findTransition({ transitions }: WorkflowStatus, to: StatusId): Transition | null {
  return transitions ? (transitions.find((each) => each.to === to) ?? null) : { to, rules: [] }
}

/** Returns the draft with one status changed. */
export function withStatusChanged(
  draft: WorkflowDraft,
  id: StatusId,
  set: Partial<WorkflowStatus>,
): WorkflowDraft {
  const statuses = draft.statuses.map((each) => {
    if (each.id !== id) return each
    const next = { ...each, ...set }
    return { ...next, transitions: sortTransitions(next.transitions) }
  })
  return { ...draft, statuses }
}

/** Allows or removes a transition. Removing one of a status that allowed all keeps the others. */
export function withTransition(
  draft: WorkflowDraft,
  from: StatusId,
  to: StatusId,
  isAllowed: boolean,
): WorkflowDraft {
  const transitions = transitionsOf(draft, from).filter((each) => each.to !== to)
  return withStatusChanged(draft, from, {
    transitions: isAllowed ? [...transitions, { to, rules: [] }] : transitions,
  })
}

/** Allows transitions to any status, or only to listed ones, starting with those allowed so far. */
export function withAnyStatusAllowed(
  draft: WorkflowDraft,
  from: StatusId,
  isAnyAllowed: boolean,
): WorkflowDraft {
  return withStatusChanged(draft, from, {
    transitions: isAnyAllowed ? null : transitionsOf(draft, from),
  })
}

/** Returns the draft with other rules for a transition. */
export function withTransitionRules(
  draft: WorkflowDraft,
  from: StatusId,
  to: StatusId,
  rules: TransitionRule[],
): WorkflowDraft {
  const transitions = transitionsOf(draft, from).map((each) =>
    each.to === to ? { to, rules } : each,
  )
  return withStatusChanged(draft, from, { transitions })
}

/** Returns the transitions of a status as a list, also when any transition is allowed. */
export function transitionsOf(draft: WorkflowDraft, from: StatusId): Transition[] {
  const status = draft.statuses.find((each) => each.id === from)
  if (status?.transitions) return status.transitions
  return draft.statuses.filter((each) => each.id !== from).map(({ id }) => ({ to: id, rules: [] }))
}

/** Adds a status at the end of its category. */
export function withStatusAdded(draft: WorkflowDraft, status: WorkflowStatus): WorkflowDraft {
  const order = ['todo', 'in_progress', 'done']
  const later = order.slice(order.indexOf(status.category) + 1)
  const index = draft.statuses.findIndex((each) => later.includes(each.category))
  const statuses = [...draft.statuses]
  statuses.splice(index < 0 ? statuses.length : index, 0, status)
  return { ...draft, statuses }
}

/** Removes a status. Its tasks, and those already reassigned to it, go to another status. */
export function withStatusRemoved(
  draft: WorkflowDraft,
  id: StatusId,
  to: StatusId,
  isNew: boolean,
): WorkflowDraft {
  const statuses = draft.statuses
    .filter((each) => each.id !== id)
    .map((each) => ({
      ...each,
      transitions: each.transitions?.filter((transition) => transition.to !== id) ?? null,
    }))
  const reassignments = Object.fromEntries(
    Object.entries(draft.reassignments).map(([from, target]) => [
      from,
      target === id ? to : target,
    ]),
  )
  return {
    ...draft,
    statuses,
    reassignments: isNew ? reassignments : { ...reassignments, [id]: to },
  }
}

/** Moves a status one position earlier or later. */
export function withStatusMoved(draft: WorkflowDraft, id: StatusId, delta: -1 | 1): WorkflowDraft {
  const index = draft.statuses.findIndex((each) => each.id === id)
  const status = draft.statuses[index]
  const newIndex = index + delta
  if (!status || newIndex < 0 || newIndex >= draft.statuses.length) return draft
  const statuses = draft.statuses.toSpliced(index, 1).toSpliced(newIndex, 0, status)
  return { ...draft, statuses }
}
