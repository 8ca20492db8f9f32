import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { BoardData, BoardFilter } from '@/domain/views/board'
import type { SwimlaneGrouping } from '@/domain/views/swimlanes'
import type { Worklog } from '@/domain/worklog/worklog'
import type { BacklogState } from './backlog/backlogState'
import { listUntil, type PagedLists } from './pagedList/pagedList'
import type { ReplicaCard } from './types'

/** The columns under a filter. */
export interface FilteredColumns {
  filter: BoardFilter
  columns: PagedLists
  /** An unknown card changed, so that counts may be off: ask the server again. */
  isStale: boolean
}

/** What the tasks of a swimlane stand below; null where they stand below nothing. */
export type SwimlaneHead = { key: string; title: string } | null

/** The swimlanes of the board: those that hold anything, and those that have come to hold something. */
export interface LoadedSwimlanes {
  groupBy: SwimlaneGrouping
  filter: BoardFilter | null
  /** The swimlanes by id, in the order in which the server gives them. */
  heads: ReadonlyMap<string, SwimlaneHead>
  /** By swimlane and status (`swimlaneCell`); nothing is loaded until a swimlane comes into view. */
  cells: PagedLists
  /** Counts may be off: ask the server again. */
  isStale: boolean
}

/** What the replica knows of a project at `seq`. Never changed in place. */
export interface ReplicaState {
  seq: number
  project: Project
  cards: ReadonlyMap<Id, ReplicaCard>
  columns: PagedLists
  filtered: FilteredColumns | null
  /** While the board is grouped into swimlanes. */
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

/** The key of a swimlane's part of a column. Neither id contains a space. */
export const swimlaneCell = (swimlaneId: string, statusId: StatusId): string =>
  `${swimlaneId} ${statusId}`

/** The replica as a page hands it over. */
export function initialReplicaState(data: BoardData): ReplicaState {
  const cards = new Map(data.columns.flatMap((column) => column.cards.map((c) => [c.id, c])))
  return {
    seq: data.seq,
    project: data.project,
    cards,
    columns: new Map(
      data.columns.map(({ statusId, cards: first, complete }) => [
        statusId,
        { ...listUntil(first.at(-1) ?? null, complete), ids: first.map((card) => card.id) },
      ]),
    ),
    filtered: null,
    swimlanes: null,
    backlog: null,
    conflicts: data.conflicts,
    comments: new Map(),
    worklogs: new Map(),
  }
}
