import { passes } from '@/domain/board'
import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import { laneOf } from '@/domain/lanes'
import type { Project } from '@/domain/project/project'
import type { Id, StatusId } from '@/domain/words'
import type { Worklog } from '@/domain/worklog/worklog'
import type { Board, Filtered, Lanes, Position, Window, Windows } from './board'
import type { PlanDraft } from './plan/planDraft'
import type { KnownCard } from './types'
import { counted, covers, reaching, withCard, without } from './windows'

const EMPTY: Window = { ids: [], until: null, complete: true, count: 0 }

/** How cards find their place: strictly inside what is loaded, or (for one's own) in any case. */
export interface Placing {
  /** Shows cards even where the loaded part does not reach: they have just been put there here. */
  loose?: boolean
  /** The card that one's own command put this one behind. */
  behind?: Id
  /** The same in the planning order. */
  behindInPlan?: Id
  /** The event's position; null where its change was counted before. */
  seq?: number | null
}

/** A board that is being changed: each part is copied when it is first touched. */
export class BoardDraft {
  seq: number
  project: Project
  conflicts: readonly Conflict[]
  /** The sections of the backlog, where they are loaded. */
  readonly plan: PlanDraft | null
  /** What the latest command planned last: its next task goes behind it. */
  lastPlanned: { commandId: Id; taskId: Id } | null = null
  private ownCards: Map<Id, KnownCard> | null = null
  private ownComments: Map<Id, readonly Comment[]> | null = null
  private ownWorklogs: Map<Id, readonly Worklog[]> | null = null
  private windows: Windows
  private filtered: Filtered | null
  private lanes: Lanes | null

  constructor(private readonly from: Board) {
    this.seq = from.seq
    this.project = from.project
    this.conflicts = from.conflicts
    this.windows = from.windows
    this.filtered = from.filtered
    this.lanes = from.lanes
    this.plan = from.plan?.draft(this) ?? null
  }

  get cards(): ReadonlyMap<Id, KnownCard> {
    return this.ownCards ?? this.from.cards
  }

  get comments(): ReadonlyMap<Id, readonly Comment[]> {
    return this.ownComments ?? this.from.comments
  }

  get worklogs(): ReadonlyMap<Id, readonly Worklog[]> {
    return this.ownWorklogs ?? this.from.worklogs
  }

  /** Whether some column shows what stands at this rank. */
  covers(statusId: StatusId, rank: string): boolean {
    const all = this.windows.get(statusId)
    const some = this.filtered?.windows.get(statusId)
    return (!!all && covers(all, rank)) || (!!some && covers(some, rank))
  }

  /** Takes a card from what it was to what it is, in every column that shows it. */
  change(before: KnownCard | undefined, after: KnownCard, placing: Placing = {}): void {
    this.ownCards ??= new Map(this.from.cards)
    if (before) this.lift(before)
    this.ownCards.set(after.id, after)
    const inColumn = this.put(after, placing)
    const inSection = this.plan?.change(before, after, placing)
    // A card that nothing shows is counted only.
    if (!inColumn && !inSection && !before) this.ownCards.delete(after.id)
  }

  /**
   * Takes in a card that was fetched, keeping whichever version is newer. A card met for the first
   * time is part of its column's count already.
   */
  meet(card: KnownCard): void {
    const before = this.cards.get(card.id)
    const newest = before ? newer(before, card) : card
    this.ownCards ??= new Map(this.from.cards)
    if (before) this.lift(before)
    this.ownCards.set(card.id, newest)
    this.put(newest, {}, before ? 1 : 0)
    this.plan?.meet(before, newest)
  }

  /** The same for a column of a lane. */
  reachInLane(id: string, statusId: StatusId, until: Position | null, complete: boolean): void {
    const wide = (window: Window) => ({ ...window, complete, until: until ?? window.until })
    this.editLane(id, (windows) => edit(windows, statusId, wide))
  }

  /** Notes that a column is loaded further: up to `until`, or to its end. */
  reach(statusId: StatusId, until: Position | null, complete: boolean, filter: boolean): void {
    const wide = (window: Window) => ({ ...window, complete, until: until ?? window.until })
    if (!filter) this.windows = edit(this.windows, statusId, wide)
    else if (this.filtered) {
      const windows = edit(this.filtered.windows, statusId, wide)
      this.filtered = { ...this.filtered, windows }
    }
  }

  setComments(taskId: Id, comments: readonly Comment[]): void {
    this.ownComments ??= new Map(this.from.comments)
    this.ownComments.set(taskId, comments)
  }

  setWorklogs(taskId: Id, worklogs: readonly Worklog[]): void {
    this.ownWorklogs ??= new Map(this.from.worklogs)
    this.ownWorklogs.set(taskId, worklogs)
  }

  /** A column appeared or went. */
  setColumns(project: Project): void {
    const live = project.statuses.filter((status) => !status.removedAt).map((status) => status.id)
    const livingOf = (windows: Windows) => new Map(live.map((id) => [id, windows.get(id) ?? EMPTY]))
    this.windows = livingOf(this.windows)
    if (this.filtered)
      this.filtered = { ...this.filtered, windows: livingOf(this.filtered.windows) }
    for (const id of this.lanes?.all.keys() ?? []) this.editLane(id, livingOf)
  }

  /** Whether a filter is on, so that every task touched may come to pass it. */
  get isFiltered(): boolean {
    return this.filtered !== null || this.lanes !== null
  }

  /** Something happened under the filter that only the server can count. */
  doubt(): void {
    if (this.filtered) this.filtered = { ...this.filtered, doubtful: true }
    if (this.lanes) this.lanes = { ...this.lanes, doubtful: true }
    this.plan?.doubtCounts()
  }

  done(): Board {
    const { seq, project, cards, windows, filtered, lanes, conflicts, comments, worklogs } = this
    const plan = this.plan?.done() ?? null
    return { seq, project, cards, windows, filtered, lanes, plan, conflicts, comments, worklogs }
  }

  private lift(card: KnownCard): void {
    if (card.archivedAt) return
    this.windows = edit(this.windows, card.statusId, (window) => without(window, card.id))
    this.underFilter(card, (window) => counted(without(window, card.id), -1))
  }

  private put(card: KnownCard, placing: Placing, by = 1): boolean {
    if (card.archivedAt) return false
    let placed = false
    const into = (window: Window): Window => {
      const wide = placing.behind ? reaching(window, card, placing.behind, this.cards) : window
      if (!placing.loose && !covers(wide, card.rank, card.number)) return window
      placed = true
      return withCard(wide, card, this.cards)
    }
    this.windows = edit(this.windows, card.statusId, into)
    this.underFilter(card, (window) => counted(into(window), by))
    return placed
  }

  /** A lane that the server has not named holds nothing: what comes into it is all there is. */
  private editLane(id: string, change: (windows: Windows) => Windows): void {
    const { lanes } = this
    if (!lanes) return
    const empty = () => new Map([...this.windows.keys()].map((status) => [status, EMPTY]))
    const lane = lanes.all.get(id) ?? { head: null, windows: empty() }
    const all = new Map(lanes.all).set(id, { ...lane, windows: change(lane.windows) })
    // What a lane that is new here stands for, only the server can tell.
    this.lanes = { ...lanes, all, doubtful: lanes.doubtful || !lanes.all.has(id) }
  }

  private underFilter(card: KnownCard, change: (window: Window) => Window): void {
    const { filtered, lanes } = this
    const lane =
      lanes && passes(card, lanes.filter ?? {}, this.project.key) && laneOf(card, lanes.by)
    if (lane) this.editLane(lane, (windows) => edit(windows, card.statusId, change))
    if (!filtered || !passes(card, filtered.filter, this.project.key)) return
    this.filtered = { ...filtered, windows: edit(filtered.windows, card.statusId, change) }
  }
}

/** The newer of two versions, with the description of the other where they are the same age. */
function newer(known: KnownCard, fetched: KnownCard): KnownCard {
  const [kept, other] = known.version > fetched.version ? [known, fetched] : [fetched, known]
  const missing = kept.description === undefined && other.description !== undefined
  const current = kept.version === other.version || kept === known
  return missing && current ? { ...kept, description: other.description } : kept
}

function edit(windows: Windows, id: StatusId, change: (window: Window) => Window): Windows {
  const window = windows.get(id)
  if (!window) return windows
  const next = change(window)
  return next === window ? windows : new Map(windows).set(id, next)
}
