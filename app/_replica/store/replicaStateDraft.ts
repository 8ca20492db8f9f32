import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import { type BoardFilter, matchesFilter } from '@/domain/views/board'
import { swimlaneOf } from '@/domain/views/swimlanes'
import type { Worklog } from '@/domain/worklog/worklog'
import type { ReplicaCard } from '../replicaTypes'
import type { BacklogDraft } from './backlog/backlogDraft'
import { EMPTY_LIST } from './pagedList/pagedList'
import { type ListKind, PagedListsDraft, type Placement } from './pagedList/pagedListsDraft'
import {
  type LoadedSwimlanes,
  type ReplicaState,
  type SwimlaneHead,
  swimlaneCell,
} from './replicaState'

/** The kinds of lists in a replica. */
export type ListName = 'columns' | 'filtered' | 'swimlanes' | 'backlog'

type Lists = { columns: PagedListsDraft } & { [K in ListName]?: PagedListsDraft }

/** The context of a card's change. */
export interface CardChange extends Placement {
  /** The event's position; null when the change is already counted. */
  seq?: number | null
}

/** A mutable copy of the board's state. Each part is copied on its first change. */
export class ReplicaStateDraft {
  seq: number
  project: Project
  conflicts: readonly Conflict[]
  /** The sections of the backlog, when loaded. */
  readonly backlog: BacklogDraft | null
  /** The last task that the latest command planned. Its next task goes after this one. */
  lastBacklogMove: { commandId: Id; taskId: Id } | null = null
  private readonly lists: Lists
  private changedCards: Map<Id, ReplicaCard> | null = null
  private changedComments: Map<Id, readonly Comment[]> | null = null
  private changedWorklogs: Map<Id, readonly Worklog[]> | null = null
  private swimlaneHeads: ReadonlyMap<string, SwimlaneHead>
  private isFilteredStale: boolean
  private isSwimlanesStale: boolean

  constructor(private readonly base: ReplicaState) {
    const { filtered, swimlanes } = base
    this.seq = base.seq
    this.project = base.project
    this.conflicts = base.conflicts
    this.swimlaneHeads = swimlanes?.heads ?? new Map()
    this.isFilteredStale = filtered?.isStale ?? false
    this.isSwimlanesStale = swimlanes?.isStale ?? false
    this.backlog = base.backlog?.createDraft(this) ?? null
    this.lists = {
      columns: new PagedListsDraft(base.columns, this.columnKind(null), this),
      ...(filtered && {
        filtered: new PagedListsDraft(filtered.columns, this.columnKind(filtered.filter), this),
      }),
      ...(swimlanes && {
        swimlanes: new PagedListsDraft(swimlanes.cells, this.swimlaneKind(swimlanes), this),
      }),
      ...(this.backlog && { backlog: this.backlog.sections }),
    }
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

  /** Returns the lists of a kind; undefined while no screen shows them. */
  listsOf(name: ListName): PagedListsDraft | undefined {
    return this.lists[name]
  }

  /** Returns true when the loaded part of a column covers this rank. */
  coversRank(statusId: StatusId, rank: string): boolean {
    const { columns, filtered } = this.lists
    return columns.coversRank(statusId, rank) || filtered?.coversRank(statusId, rank) === true
  }

  /** Updates a card from its old to its new state in every list that shows it. */
  updateCard(before: ReplicaCard | undefined, after: ReplicaCard, change: CardChange = {}): void {
    this.changedCards ??= new Map(this.base.cards)
    this.changedCards.set(after.id, after)
    let isShown = false
    for (const lists of Object.values(this.lists)) {
      if (lists.update(before, after, change)) isShown = true
    }
    if (change.seq !== null) this.backlog?.recordCountDelta(before, after, change)
    // A card that no list shows is only counted.
    if (!isShown && !before) this.changedCards.delete(after.id)
  }

  /**
   * Merges a fetched card, keeping the newer version. A card that was unknown is already part of
   * its lists' counts.
   */
  mergeCard(card: ReplicaCard): void {
    const before = this.cards.get(card.id)
    const newest = before ? newerCard(before, card) : card
    this.changedCards ??= new Map(this.base.cards)
    this.changedCards.set(card.id, newest)
    for (const lists of Object.values(this.lists)) lists.update(before, newest, {}, true)
  }

  setComments(taskId: Id, comments: readonly Comment[]): void {
    this.changedComments ??= new Map(this.base.comments)
    this.changedComments.set(taskId, comments)
  }

  setWorklogs(taskId: Id, worklogs: readonly Worklog[]): void {
    this.changedWorklogs ??= new Map(this.base.worklogs)
    this.changedWorklogs.set(taskId, worklogs)
  }

  /** Adds new columns and removes deleted ones. */
  syncColumns(): void {
    const statusIds = this.statusIds()
    const { columns, filtered, swimlanes } = this.lists
    columns.setKeys(statusIds)
    filtered?.setKeys(statusIds)
    swimlanes?.setKeys(
      [...this.swimlaneHeads.keys()].flatMap((id) =>
        statusIds.map((statusId) => swimlaneCell(id, statusId)),
      ),
    )
  }

  /** True when there is a filter, so that every changed task may come to pass it. */
  get isFiltered(): boolean {
    return this.base.filtered !== null || this.base.swimlanes !== null
  }

  /** Marks filtered counts as stale after a change that only the server can count. */
  markStale(): void {
    this.isFilteredStale = true
    this.isSwimlanesStale = true
    this.backlog?.markCountsStale()
  }

  build(): ReplicaState {
    const { seq, project, cards, conflicts, comments, worklogs, base, lists } = this
    const columns = lists.columns.build()
    const filtered = base.filtered && {
      ...base.filtered,
      columns: lists.filtered?.build() ?? base.filtered.columns,
      isStale: this.isFilteredStale,
    }
    const swimlanes = base.swimlanes && {
      ...base.swimlanes,
      heads: this.swimlaneHeads,
      cells: lists.swimlanes?.build() ?? base.swimlanes.cells,
      isStale: this.isSwimlanesStale,
    }
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

  /** Describes the columns of the board, filtered when there is a filter. */
  private columnKind(filter: BoardFilter | null): ListKind {
    return {
      keyOf: (card) =>
        card.archivedAt || (filter && !matchesFilter(card, filter, this.project.key))
          ? null
          : card.statusId,
      rankField: 'rank',
      countsCards: filter !== null,
    }
  }

  /** Describes the columns of each swimlane. */
  private swimlaneKind({ groupBy, filter }: LoadedSwimlanes): ListKind {
    const swimlaneOfCard = (card: ReplicaCard) =>
      !card.archivedAt && matchesFilter(card, filter ?? {}, this.project.key)
        ? swimlaneOf(card, groupBy)
        : null
    return {
      keyOf: (card) => {
        const id = swimlaneOfCard(card)
        return id === null ? null : swimlaneCell(id, card.statusId)
      },
      rankField: 'rank',
      countsCards: true,
      createList: (_, card) => {
        const id = swimlaneOfCard(card)
        if (id !== null && !this.swimlaneHeads.has(id)) this.addSwimlane(id)
      },
    }
  }

  /**
   * Adds a swimlane that the server has not returned. It was empty, so the cards moved into it are
   * all of its cards.
   */
  private addSwimlane(id: string): void {
    for (const statusId of this.statusIds())
      this.lists.swimlanes?.set(swimlaneCell(id, statusId), EMPTY_LIST)
    this.swimlaneHeads = new Map(this.swimlaneHeads).set(id, null)
    // Only the server knows the name of a new swimlane.
    this.isSwimlanesStale = true
  }

  private statusIds(): StatusId[] {
    return this.project.statuses.flatMap((status) => (status.removedAt ? [] : status.id))
  }
}

/**
 * Returns the newer of two versions, with the description of the other one when both are equally
 * old.
 */
function newerCard(known: ReplicaCard, fetched: ReplicaCard): ReplicaCard {
  const [newest, other] = known.version > fetched.version ? [known, fetched] : [fetched, known]
  const missing = newest.description === undefined && other.description !== undefined
  const current = newest.version === other.version || newest === known
  return missing && current ? { ...newest, description: other.description } : newest
}
