import type { Conflict } from '../conflict/conflict'
import { type Id, PLANNABLE_TYPES, type Role, type StatusId } from '../kernel/primitives'
import type { Project } from '../project/project'
import { FILTERABLE_FIELDS, type FieldFilter, passesFieldFilter } from '../task/fields'
import type { Task } from '../task/task'
import { type Swimlane, swimlaneOf } from './swimlanes'

/** A task as a board shows it. */
export type Card = Omit<Task, 'description'>

/** A person of the workspace, as screens show them. */
export interface Person {
  id: Id
  name: string
  role: Role
  /** True for a person created by an import, who has no account yet. */
  placeholder: boolean
}

/** The first cards of a column by rank; `complete` is true when there are no more. */
export interface ColumnCards {
  statusId: StatusId
  cards: Card[]
  complete: boolean
}

/** The data of a board at `seq`: exact counts (in the project's statuses) and the first cards. */
export interface BoardData {
  seq: number
  project: Project
  /** Everybody with an account, and the people on the cards. */
  people: Person[]
  columns: ColumnCards[]
  /** The open conflicts of the principal. */
  conflicts: Conflict[]
}

/** The filter of a board; an absent or empty criterion matches everything. */
export interface BoardFilter extends FieldFilter {
  /** Part of a title, or a key such as ALO-118. */
  text?: string
  /**
   * Matches tasks planned for this sprint, which its totals count. Epics and subtasks are not
   * planned; a subtask is shown on its parent's card.
   */
  sprint?: Id
  /** Matches tasks in this swimlane. */
  swimlane?: Swimlane
}

/** The filtered columns, each with the number of matching tasks. */
export interface FilteredBoard {
  seq: number
  columns: (ColumnCards & { count: number })[]
  people: Person[]
}

/** Returns whether the filter matches everything. */
export function isEmptyFilter(filter: BoardFilter): boolean {
  const { text, sprint, swimlane } = filter
  const hasFields = FILTERABLE_FIELDS.some((field) => filter[field]?.length)
  return !text?.trim() && !sprint && !swimlane && !hasFields
}

/** Returns whether a card matches a filter, by the same rule as the server's query. */
export function matchesFilter(card: Card, filter: BoardFilter, projectKey: string): boolean {
  const text = filter.text?.trim().toLowerCase()
  if (text && !`${projectKey}-${card.number}`.toLowerCase().startsWith(text)) {
    if (!card.title.toLowerCase().includes(text)) return false
  }
  const { sprint, swimlane } = filter
  if (swimlane && swimlaneOf(card, swimlane.groupBy) !== swimlane.id) return false
  if (sprint && (card.sprintId !== sprint || !PLANNABLE_TYPES.includes(card.type))) return false
  return FILTERABLE_FIELDS.every((field) => {
    const values = filter[field]
    return !values?.length || passesFieldFilter(field, card[field], values)
  })
}
