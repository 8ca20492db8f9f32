import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import { matchesFilter } from '@/domain/views/board'
import { swimlaneOf } from '@/domain/views/swimlanes'
import type { Worklog } from '@/domain/worklog/worklog'
import type { BacklogDraft } from './backlog/backlogDraft'
import { changeCount, coversPosition, extendAfterLast, insertCard, removeCard } from './loadedList'
import type {
  CardPosition,
  FilteredColumns,
  LoadedColumns,
  LoadedList,
  LoadedSwimlanes,
  ReplicaState,
} from './replicaState'
import type { ReplicaCard } from './types'

const EMPTY_LIST: LoadedList = { ids: [], until: null, complete: true, count: 0 }

/** How cards find their place: strictly inside what is loaded, or (for one's own) in any case. */
export interface Placement {
  /** Shows cards even where the loaded part does not reach: they have just been put there here. */
  isOptimistic?: boolean
  /** The card that one's own command put this one behind. */
  afterCardId?: Id
  /** The same in the planning order. */
  afterCardIdInBacklog?: Id
  /** The event's position; null where its change was counted before. */
  seq?: number | null
}

/** A board that is being changed: each part is copied when it is first touched. */
export class ReplicaStateDraft {
  seq: number
  project: Project
  conflicts: readonly Conflict[]
  /** The sections of the backlog, where they are loaded. */
  readonly backlog: BacklogDraft | null
  /** What the latest command planned last: its next task goes behind it. */
  lastBacklogMove: { commandId: Id; taskId: Id } | null = null
  private changedCards: Map<Id, ReplicaCard> | null = null
  private changedComments: Map<Id, readonly Comment[]> | null = null
  private changedWorklogs: Map<Id, readonly Worklog[]> | null = null
  private columns: LoadedColumns
  private filtered: FilteredColumns | null
  private swimlanes: LoadedSwimlanes | null

  constructor(private readonly base: ReplicaState) {
    this.seq = base.seq
    this.project = base.project
    this.conflicts = base.conflicts
    this.columns = base.columns
    this.filtered = base.filtered
    this.swimlanes = base.swimlanes
    this.backlog = base.backlog?.createDraft(this) ?? null
  }

  get cards(): ReadonlyMap<Id, ReplicaCard> {
    return this.changedCards ?? this.base.cards
  }

  get comments(): ReadonlyMap<Id, readonly Comment[]> {
    return this.changedComments ?? this.base.comments
  }

  get worklogs(): ReadonlyMap<Id, readonly Worklog[]> {
    return this.changedWorklogs ?? this.base.worklogs
  }

  /** Whether some column shows what stands at this rank. */
  coversRank(statusId: StatusId, rank: string): boolean {
    const column = this.columns.get(statusId)
    const filteredColumn = this.filtered?.columns.get(statusId)
    return (
      (!!column && coversPosition(column, rank)) ||
      (!!filteredColumn && coversPosition(filteredColumn, rank))
    )
  }

  /** Takes a card from what it was to what it is, in every column that shows it. */
  updateCard(before: ReplicaCard | undefined, after: ReplicaCard, placement: Placement = {}): void {
    this.changedCards ??= new Map(this.base.cards)
    if (before) this.removeFromColumns(before)
    this.changedCards.set(after.id, after)
    const inColumn = this.insertIntoColumns(after, placement)
    const inSection = this.backlog?.updateCard(before, after, placement)
    // A card that nothing shows is counted only.
    if (!inColumn && !inSection && !before) this.changedCards.delete(after.id)
  }

  /**
   * Takes in a card that was fetched, keeping whichever version is newer. A card met for the first
   * time is part of its column's count already.
   */
  mergeCard(card: ReplicaCard): void {
    const before = this.cards.get(card.id)
    const newest = before ? newerCard(before, card) : card
    this.changedCards ??= new Map(this.base.cards)
    if (before) this.removeFromColumns(before)
    this.changedCards.set(card.id, newest)
    this.insertIntoColumns(newest, {}, before ? 1 : 0)
    this.backlog?.mergeCard(before, newest)
  }

  /** The same for a column of a lane. */
  extendSwimlaneColumn(
    id: string,
    statusId: StatusId,
    until: CardPosition | null,
    complete: boolean,
  ): void {
    const extend = (list: LoadedList) => ({ ...list, complete, until: until ?? list.until })
    this.updateSwimlane(id, (columns) => updateColumn(columns, statusId, extend))
  }

  /** Notes that a column is loaded further: up to `until`, or to its end. */
  extendColumn(
    statusId: StatusId,
    until: CardPosition | null,
    complete: boolean,
    isFiltered: boolean,
  ): void {
    const extend = (list: LoadedList) => ({ ...list, complete, until: until ?? list.until })
    if (!isFiltered) this.columns = updateColumn(this.columns, statusId, extend)
    else if (this.filtered) {
      const columns = updateColumn(this.filtered.columns, statusId, extend)
      this.filtered = { ...this.filtered, columns }
    }
  }

  setComments(taskId: Id, comments: readonly Comment[]): void {
    this.changedComments ??= new Map(this.base.comments)
    this.changedComments.set(taskId, comments)
  }

  setWorklogs(taskId: Id, worklogs: readonly Worklog[]): void {
    this.changedWorklogs ??= new Map(this.base.worklogs)
    this.changedWorklogs.set(taskId, worklogs)
  }

  /** A column appeared or went. */
  syncColumns(project: Project): void {
    const activeIds = project.statuses
      .filter((status) => !status.removedAt)
      .map((status) => status.id)
    const activeColumns = (columns: LoadedColumns) =>
      new Map(activeIds.map((id) => [id, columns.get(id) ?? EMPTY_LIST]))
    this.columns = activeColumns(this.columns)
    if (this.filtered)
      this.filtered = { ...this.filtered, columns: activeColumns(this.filtered.columns) }
    for (const id of this.swimlanes?.byId.keys() ?? []) this.updateSwimlane(id, activeColumns)
  }

  /** Whether a filter is on, so that every task touched may come to pass it. */
  get isFiltered(): boolean {
    return this.filtered !== null || this.swimlanes !== null
  }

  /** Something happened under the filter that only the server can count. */
  markStale(): void {
    if (this.filtered) this.filtered = { ...this.filtered, isStale: true }
    if (this.swimlanes) this.swimlanes = { ...this.swimlanes, isStale: true }
    this.backlog?.markCountsStale()
  }

  build(): ReplicaState {
    const { seq, project, cards, columns, filtered, swimlanes, conflicts, comments, worklogs } =
      this
    const backlog = this.backlog?.build() ?? null
    return {
      seq,
      project,
      cards,
      columns,
      filtered,
      swimlanes,
      backlog,
      conflicts,
      comments,
      worklogs,
    }
  }

  private removeFromColumns(card: ReplicaCard): void {
    if (card.archivedAt) return
    this.columns = updateColumn(this.columns, card.statusId, (list) => removeCard(list, card.id))
    this.updateFilteredColumns(card, (list) => changeCount(removeCard(list, card.id), -1))
  }

  private insertIntoColumns(card: ReplicaCard, placement: Placement, countChange = 1): boolean {
    if (card.archivedAt) return false
    let isInserted = false
    const insert = (list: LoadedList): LoadedList => {
      const extended = placement.afterCardId
        ? extendAfterLast(list, card, placement.afterCardId, this.cards)
        : list
      if (!placement.isOptimistic && !coversPosition(extended, card.rank, card.number)) return list
      isInserted = true
      return insertCard(extended, card, this.cards)
    }
    this.columns = updateColumn(this.columns, card.statusId, insert)
    this.updateFilteredColumns(card, (list) => changeCount(insert(list), countChange))
    return isInserted
  }

  /** A lane that the server has not named holds nothing: what comes into it is all there is. */
  private updateSwimlane(id: string, change: (columns: LoadedColumns) => LoadedColumns): void {
    const { swimlanes } = this
    if (!swimlanes) return
    const empty = () => new Map([...this.columns.keys()].map((status) => [status, EMPTY_LIST]))
    const swimlane = swimlanes.byId.get(id) ?? { head: null, columns: empty() }
    const byId = new Map(swimlanes.byId).set(id, { ...swimlane, columns: change(swimlane.columns) })
    // What a lane that is new here stands for, only the server can tell.
    this.swimlanes = { ...swimlanes, byId, isStale: swimlanes.isStale || !swimlanes.byId.has(id) }
  }

  private updateFilteredColumns(card: ReplicaCard, change: (list: LoadedList) => LoadedList): void {
    const { filtered, swimlanes } = this
    const swimlaneId =
      swimlanes &&
      matchesFilter(card, swimlanes.filter ?? {}, this.project.key) &&
      swimlaneOf(card, swimlanes.groupBy)
    if (swimlaneId)
      this.updateSwimlane(swimlaneId, (columns) => updateColumn(columns, card.statusId, change))
    if (!filtered || !matchesFilter(card, filtered.filter, this.project.key)) return
    this.filtered = { ...filtered, columns: updateColumn(filtered.columns, card.statusId, change) }
  }
}

/** The newer of two versions, with the description of the other where they are the same age. */
function newerCard(known: ReplicaCard, fetched: ReplicaCard): ReplicaCard {
  const [newest, other] = known.version > fetched.version ? [known, fetched] : [fetched, known]
  const missing = newest.description === undefined && other.description !== undefined
  const current = newest.version === other.version || newest === known
  return missing && current ? { ...newest, description: other.description } : newest
}

function updateColumn(
  columns: LoadedColumns,
  id: StatusId,
  change: (list: LoadedList) => LoadedList,
): LoadedColumns {
  const list = columns.get(id)
  if (!list) return columns
  const next = change(list)
  return next === list ? columns : new Map(columns).set(id, next)
}
