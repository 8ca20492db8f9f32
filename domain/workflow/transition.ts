import type { Priority, Role, StatusId } from '../kernel/primitives'
import type { RequirableField } from '../task/fields'

/** What a transition may ask for before a task goes through it. */
export type RequiredField = RequirableField

/** What a transition sets by itself; `actor` is whoever moves the task. */
export type PostFunction = { kind: 'postFunction' } & (
  | { field: 'assignees'; to: 'actor' | 'none' }
  | { field: 'priority'; to: Priority }
  | { field: 'resolution'; to: string | null }
  | { field: 'dueDate'; to: null }
  /** Seconds. */
  | { field: 'remainingEstimate'; to: number | null }
)

/** What a transition asks of a move, or does to the task that moves. */
export type TransitionRule =
  | { kind: 'validator'; fields: RequiredField[] }
  /** Whoever has one of the roles may, and where `assignee` is true whoever the task is assigned to. */
  | { kind: 'condition'; roles: Role[]; assignee: boolean }
  | PostFunction

/** A way from one status to another. */
export interface Transition {
  to: StatusId
  rules: TransitionRule[]
}

/** Transitions as they are kept: each target once, in the order of their ids. */
export function sortTransitions(transitions: Transition[] | null): Transition[] | null {
  return transitions && [...transitions].sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
}
