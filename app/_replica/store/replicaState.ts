import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { BoardData, BoardFilter } from '@/domain/views/board'
import type { SwimlaneGrouping } from '@/domain/views/swimlanes'
import type { Worklog } from '@/domain/worklog/worklog'
import type { ReplicaCard } from '../replicaTypes'
import type { BacklogState } from './backlog/backlogState'
import { listUntil, type PagedLists } from './pagedList/pagedList'

/** The filtered columns. */
export interface FilteredColumns {
  filter: BoardFilter
  columns: PagedLists
  /** True when an unloaded card changed, so that the server has to count again. */
  isStale: boolean
}

/** The parent that a swimlane stands for; null for the swimlane of tasks without one. */
export type SwimlaneHead = { key: string; title: string } | null

/** The swimlanes of the board: those with tasks, and those that have got tasks since. */
export interface LoadedSwimlanes {
  groupBy: SwimlaneGrouping
  filter: BoardFilter | null
  /** The swimlanes by id, in the server's order. */
  heads: ReadonlyMap<string, SwimlaneHead>
  /**
   * By swimlane and status (`swimlaneCell`). Nothing is loaded until a swimlane comes into view.
   */
  cells: PagedLists
  /** True when counts may be wrong, so that the server has to count again. */
  isStale: boolean
}

/** The replica's data of a project at `seq`. Immutable. */
export interface ReplicaState {
  seq: number
  project: Project
  cards: ReadonlyMap<Id, ReplicaCard>
  columns: PagedLists
  filtered: FilteredColumns | null
  /** Null while the board has no swimlanes. */
  swimlanes: LoadedSwimlanes | null
  /** The sections of the backlog; null while its screen is closed. */
  backlog: BacklogState | null
  /** The user's own open conflicts. */
  conflicts: readonly Conflict[]
  /** Comments of the opened tasks. */
  comments: ReadonlyMap<Id, readonly Comment[]>
  /** Worklogs of the opened tasks. */
  worklogs: ReadonlyMap<Id, readonly Worklog[]>
}

/** Returns the key of a swimlane's cell in a column. Neither id contains a space. */
export const swimlaneCell = (swimlaneId: string, statusId: StatusId): string =>
  `${swimlaneId} ${statusId}`

/** Returns the initial state of the replica, from the data of a page. */
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
