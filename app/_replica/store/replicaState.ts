import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { BoardData, BoardFilter, Card, ColumnCards, FilteredBoard } from '@/domain/views/board'
import type { SwimlaneGrouping } from '@/domain/views/swimlanes'
import type { Worklog } from '@/domain/worklog/worklog'
import type { BacklogState } from './backlog/backlogState'
import type { ReplicaCard } from './types'

/** Where a card stands in its column; ranks that foreign data made equal go by number. */
export type CardPosition = Pick<Card, 'rank' | 'number'>

/** The loaded part of a column: all its cards up to `until`, or all there are. */
export interface LoadedList {
  ids: readonly Id[]
  /** Null and not complete: nothing is covered yet. */
  until: CardPosition | null
  complete: boolean
  /** Tasks that pass the filter; without a filter the project's own count is used instead. */
  count: number
}
export type LoadedColumns = ReadonlyMap<StatusId, LoadedList>

/** The columns under a filter. */
export interface FilteredColumns {
  filter: BoardFilter
  columns: LoadedColumns
  /** An unknown card changed, so that counts may be off: ask the server again. */
  isStale: boolean
}

/** One row of the board; nothing of it is loaded until it comes into view. */
export interface LoadedSwimlane {
  head: { key: string; title: string } | null
  columns: LoadedColumns
}

/** The rows of the board: those that hold anything, and what has come to hold something since. */
export interface LoadedSwimlanes {
  groupBy: SwimlaneGrouping
  filter: BoardFilter | null
  byId: ReadonlyMap<string, LoadedSwimlane>
  /** Counts may be off: ask the server again. */
  isStale: boolean
}

/** What the replica knows of a project at `seq`. Never changed in place. */
export interface ReplicaState {
  seq: number
  project: Project
  cards: ReadonlyMap<Id, ReplicaCard>
  columns: LoadedColumns
  filtered: FilteredColumns | null
  /** While the board stands in rows. */
  swimlanes: LoadedSwimlanes | null
  /** The sections of the backlog, while its screen is open: a board does without. */
  backlog: BacklogState | null
  /** My open conflicts. */
  conflicts: readonly Conflict[]
  /** Comments of the tasks that were opened. */
  comments: ReadonlyMap<Id, readonly Comment[]>
  /** Time logged on the tasks that were opened. */
  worklogs: ReadonlyMap<Id, readonly Worklog[]>
}

/** Orders cards as the server does. */
export function comparePositions(a: CardPosition, b: CardPosition): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number
}

/** The replica as a page hands it over. */
export function initialReplicaState(data: BoardData): ReplicaState {
  const cards = new Map(data.columns.flatMap((column) => column.cards.map((c) => [c.id, c])))
  return {
    seq: data.seq,
    project: data.project,
    cards,
    columns: new Map(data.columns.map((column) => [column.statusId, loadedListFrom(column)])),
    filtered: null,
    swimlanes: null,
    backlog: null,
    conflicts: data.conflicts,
    comments: new Map(),
    worklogs: new Map(),
  }
}

/** The columns of a filtered board. */
export function filteredColumnsFrom(filter: BoardFilter, data: FilteredBoard): FilteredColumns {
  const columns = new Map(data.columns.map((c) => [c.statusId, loadedListFrom(c, c.count)]))
  return { filter, columns, isStale: false }
}

function loadedListFrom({ cards, complete }: ColumnCards, count = 0): LoadedList {
  const last = cards.at(-1)
  return {
    ids: cards.map((card) => card.id),
    until: last ? positionOf(last) : null,
    complete,
    count,
  }
}

/** A card's position alone. */
export const positionOf = ({ rank, number }: CardPosition): CardPosition => ({ rank, number })
