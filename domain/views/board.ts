import type { Conflict } from '../conflict/conflict'
import { type Id, PLANNABLE_TYPES, type Role, type StatusId } from '../kernel/primitives'
import type { Project } from '../project/project'
import { FILTERABLE_FIELDS, type FieldFilter, passesFieldFilter } from '../task/fields'
import type { Task } from '../task/task'
import { type Swimlane, swimlaneOf } from './swimlanes'

/** A task as a board shows it. */
export type Card = Omit<Task, 'description'>

/** Somebody of the workspace, as screens name them. */
export interface Person {
  id: Id
  name: string
  role: Role
  /** Known from an import only: nobody can sign in as them yet. */
  placeholder: boolean
}

/** The first cards of a column, by rank; `complete` when there are no more. */
export interface ColumnCards {
  statusId: StatusId
  cards: Card[]
  complete: boolean
}

/** A board as it is at `seq`: exact counts (in the project's statuses), first cards. */
export interface BoardData {
  seq: number
  project: Project
  /** Everybody with an account, and whom the cards name. */
  people: Person[]
  columns: ColumnCards[]
  /** What the asking person has yet to decide. */
  conflicts: Conflict[]
}

/** What a board shows of its tasks; an absent or empty part lets everything through. */
export interface BoardFilter extends FieldFilter {
  /** Part of a title, or a key such as ALO-118. */
  text?: string
  /**
   * Planned for this sprint: what its figures count. Epics and subtasks are not planned; a subtask
   * is told of by the card of its parent.
   */
  sprint?: Id
  /** Stands in this row of the board. */
  swimlane?: Swimlane
}

/** The columns under a filter, with how many tasks of each pass it. */
export interface FilteredBoard {
  seq: number
  columns: (ColumnCards & { count: number })[]
  people: Person[]
}

/** Whether the filter lets everything through. */
export function isEmptyFilter(filter: BoardFilter): boolean {
  const { text, sprint, swimlane } = filter
  const hasFields = FILTERABLE_FIELDS.some((field) => filter[field]?.length)
  return !text?.trim() && !sprint && !swimlane && !hasFields
}

/** Whether a card passes a filter; the same rule as the server's query. */
export function matchesFilter(card: Card, filter: BoardFilter, projectKey: string): boolean {
  const text = filter.text?.trim().toLowerCase()
  if (text && !`${projectKey}-${card.number}`.toLowerCase().startsWith(text)) {
    if (!card.title.toLowerCase().includes(text)) return false
  }
  const { sprint, swimlane } = filter
  if (swimlane && swimlaneOf(card, swimlane.groupBy) !== swimlane.id) return false
  if (sprint && (card.sprintId !== sprint || !PLANNABLE_TYPES.includes(card.type))) return false
  return FILTERABLE_FIELDS.every((field) => {
    const wanted = filter[field]
    return !wanted?.length || passesFieldFilter(field, card[field], wanted)
  })
}
