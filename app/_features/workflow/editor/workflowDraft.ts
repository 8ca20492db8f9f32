import { isEqual } from '@/domain/kernel/equal'
import type { StatusId } from '@/domain/kernel/primitives'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Project } from '@/domain/project/project'
import { sortTransitions, type Transition, type TransitionRule } from '@/domain/workflow/transition'

/** A workflow as it is being drawn, and the version of the project that it began from. */
export interface WorkflowDraft {
  baseVersion: number
  statuses: WorkflowStatus[]
  /** Where the tasks of removed statuses go. */
  reassignments: Record<StatusId, StatusId>
}

/** The project's workflow as it stands. */
export function toWorkflowDraft({ version, statuses }: Project): WorkflowDraft {
  const activeStatuses = statuses.filter((status) => !status.removedAt)
  return {
    baseVersion: version,
    reassignments: {},
    statuses: activeStatuses.map(({ id, name, category, color, wipLimit, transitions }) => {
      return { id, name, category, color, wipLimit, transitions }
    }),
  }
}

/** Whether it would change anything. */
export function isDraftChanged(draft: WorkflowDraft, project: Project): boolean {
  return !isEqual(draft.statuses, toWorkflowDraft(project).statuses)
}

/** The transition between two statuses; null where none is allowed. Null `transitions` allow all. */
export function findTransition({ transitions }: WorkflowStatus, to: StatusId): Transition | null {
  return transitions ? (transitions.find((each) => each.to === to) ?? null) : { to, rules: [] }
}

/** The workflow with one status changed. */
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

/** Allows transitions to any status, or only listed ones: at first those allowed so far. */
export function withAnyStatusAllowed(
  draft: WorkflowDraft,
  from: StatusId,
  isAnyAllowed: boolean,
): WorkflowDraft {
  return withStatusChanged(draft, from, {
    transitions: isAnyAllowed ? null : transitionsOf(draft, from),
  })
}

/** The same transition with other rules. */
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

/** The transitions of a status, listed one by one even where any is allowed. */
export function transitionsOf(draft: WorkflowDraft, from: StatusId): Transition[] {
  const status = draft.statuses.find((each) => each.id === from)
  if (status?.transitions) return status.transitions
  return draft.statuses.filter((each) => each.id !== from).map(({ id }) => ({ to: id, rules: [] }))
}

/** One more status, at the end of its category. */
export function withStatusAdded(draft: WorkflowDraft, status: WorkflowStatus): WorkflowDraft {
  const order = ['todo', 'in_progress', 'done']
  const later = order.slice(order.indexOf(status.category) + 1)
  const index = draft.statuses.findIndex((each) => later.includes(each.category))
  const statuses = [...draft.statuses]
  statuses.splice(index < 0 ? statuses.length : index, 0, status)
  return { ...draft, statuses }
}

/** Without a status; its tasks go to another, and so do those that were to go to it. */
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

/** The order with a status one place earlier or later. */
export function withStatusMoved(draft: WorkflowDraft, id: StatusId, delta: -1 | 1): WorkflowDraft {
  const index = draft.statuses.findIndex((each) => each.id === id)
  const status = draft.statuses[index]
  const newIndex = index + delta
  if (!status || newIndex < 0 || newIndex >= draft.statuses.length) return draft
  const statuses = draft.statuses.toSpliced(index, 1).toSpliced(newIndex, 0, status)
  return { ...draft, statuses }
}
