import type { Priority, Role, StatusId } from '../words'

/** What a transition may ask for before a task goes through it. */
export const REQUIRABLE = [
  'assignees',
  'estimate',
  'dueDate',
  'description',
  'labels',
  'resolution',
  'components',
  'fixVersions',
  'affectedVersions',
  'originalEstimate',
  'remainingEstimate',
] as const
export type RequiredField = (typeof REQUIRABLE)[number]

/** What a transition sets by itself; `actor` is whoever moves the task. */
export type SetRule = { kind: 'set' } & (
  | { field: 'assignees'; to: 'actor' | 'none' }
  | { field: 'priority'; to: Priority }
  | { field: 'resolution'; to: string | null }
  | { field: 'dueDate'; to: null }
  /** Seconds. */
  | { field: 'remainingEstimate'; to: number | null }
)

/** What a transition asks of a move, or does to the task that moves. */
export type Rule =
  | { kind: 'require'; fields: RequiredField[] }
  /** Whoever has one of the roles may, and where `assignee` is true whoever the task is assigned to. */
  | { kind: 'only'; roles: Role[]; assignee: boolean }
  | SetRule

/** A way from one status to another. */
export interface Transition {
  to: StatusId
  rules: Rule[]
}

/** Transitions as they are kept: each target once, in the order of their ids. */
export function inOrder(transitions: Transition[] | null): Transition[] | null {
  return transitions && [...transitions].sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
}
