import type { Priority, Role, StatusId } from '../kernel/primitives'
import type { RequirableField } from '../task/fields'

/** A field that a transition can require before a task takes it. */
export type RequiredField = RequirableField

/** A field that a transition sets automatically; `actor` is the person who moves the task. */
export type PostFunction = { kind: 'postFunction' } & (
  | { field: 'assignees'; to: 'actor' | 'none' }
  | { field: 'priority'; to: Priority }
  | { field: 'resolution'; to: string | null }
  | { field: 'dueDate'; to: null }
  /** In seconds. */
  | { field: 'remainingEstimate'; to: number | null }
)

/** A rule of a transition: required fields, who may take it, or a field that it sets. */
export type TransitionRule =
  | { kind: 'validator'; fields: RequiredField[] }
  /**
   * Allows people with one of the roles and, when `assignee` is true, the assignees of the task.
   */
  | { kind: 'condition'; roles: Role[]; assignee: boolean }
  | PostFunction

/** A transition to another status. */
export interface Transition {
  to: StatusId
  rules: TransitionRule[]
}

/** Returns the transitions ordered by target id, the form in which they are stored. */
export function sortTransitions(transitions: Transition[] | null): Transition[] | null {
  return transitions && [...transitions].sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
}
