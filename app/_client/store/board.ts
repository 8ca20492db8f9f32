import type { BoardData, BoardFilter, Card, ColumnCards, FilteredBoard } from '@/domain/board'
import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { LanesBy } from '@/domain/lanes'
import type { Project } from '@/domain/project/project'
import type { Id, StatusId } from '@/domain/words'
import type { Worklog } from '@/domain/worklog/worklog'
import type { Plan } from './plan/plan'
import type { KnownCard } from './types'

/** Where a card stands in its column; ranks that foreign data made equal go by number. */
export type Position = Pick<Card, 'rank' | 'number'>

/** The loaded part of a column: all its cards up to `until`, or all there are. */
export interface Window {
  ids: readonly Id[]
  /** Null and not complete: nothing is covered yet. */
  until: Position | null
  complete: boolean
  /** Tasks that pass the filter; without a filter the project's own count is used instead. */
  count: number
}
export type Windows = ReadonlyMap<StatusId, Window>

/** The columns under a filter. */
export interface Filtered {
  filter: BoardFilter
  windows: Windows
  /** An unknown card changed, so that counts may be off: ask the server again. */
  doubtful: boolean
}

/** One row of the board; nothing of it is loaded until it comes into view. */
export interface LaneWindows {
  head: { key: string; title: string } | null
  windows: Windows
}

/** The rows of the board: those that hold anything, and what has come to hold something since. */
export interface Lanes {
  by: LanesBy
  filter: BoardFilter | null
  all: ReadonlyMap<string, LaneWindows>
  /** Counts may be off: ask the server again. */
  doubtful: boolean
}

/** What the replica knows of a project at `seq`. Never changed in place. */
export interface Board {
  seq: number
  project: Project
  cards: ReadonlyMap<Id, KnownCard>
  windows: Windows
  filtered: Filtered | null
  /** While the board stands in rows. */
  lanes: Lanes | null
  /** The sections of the backlog, while its screen is open: a board does without. */
  plan: Plan | null
  /** My open conflicts. */
  conflicts: readonly Conflict[]
  /** Comments of the tasks that were opened. */
  comments: ReadonlyMap<Id, readonly Comment[]>
  /** Time logged on the tasks that were opened. */
  worklogs: ReadonlyMap<Id, readonly Worklog[]>
}

/** Orders cards as the server does. */
export function byPosition(a: Position, b: Position): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number
}

/** The replica as a page hands it over. */
export function openBoard(data: BoardData): Board {
  const cards = new Map(data.columns.flatMap((column) => column.cards.map((c) => [c.id, c])))
  return {
    seq: data.seq,
    project: data.project,
    cards,
    windows: new Map(data.columns.map((column) => [column.statusId, toWindow(column)])),
    filtered: null,
    lanes: null,
    plan: null,
    conflicts: data.conflicts,
    comments: new Map(),
    worklogs: new Map(),
  }
}

/** The columns of a filtered board. */
export function toFiltered(filter: BoardFilter, data: FilteredBoard): Filtered {
  const windows = new Map(data.columns.map((c) => [c.statusId, toWindow(c, c.count)]))
  return { filter, windows, doubtful: false }
}

function toWindow({ cards, complete }: ColumnCards, count = 0): Window {
  const last = cards.at(-1)
  return { ids: cards.map((card) => card.id), until: last ? at(last) : null, complete, count }
}

/** A card's position alone. */
export const at = ({ rank, number }: Position): Position => ({ rank, number })
