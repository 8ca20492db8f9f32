import type { Id, StatusId } from '@/domain/kernel/primitives'
import { type RankRange, type TargetPosition, WHOLE_PROJECT } from '@/domain/kernel/rank'
import type { PreviousPosition } from '@/domain/undo/previousRanks'

/** The ranks that the database holds around a wanted place; null where there is no such task. */
export interface Neighbours {
  after: string | null
  afterNext: string | null
  before: string | null
  beforePrev: string | null
  top: string | null
  bottom: string | null
}

/** Around a place that nobody has asked of the database. */
export const NO_NEIGHBOURS: Neighbours = {
  after: null,
  afterNext: null,
  before: null,
  beforePrev: null,
  top: null,
  bottom: null,
}

/** A place found: where the new rank goes, and the gap of the database's order that holds it. */
export interface ResolvedPosition {
  range: RankRange
  storedRange: RankRange
}

interface PlacedTask {
  id: Id
  statusId: StatusId
  /** Null once it left the column by other means, such as the archive. */
  rank: string | null
  storedRange: RankRange | null
}

/**
 * The order of a project's columns while a batch is decided: what the database holds, overlaid by
 * what the batch has placed so far. The gap that a task was put in stays known, so that others can
 * be placed beside it without asking the database again.
 */
export class RankIndex {
  /** @param isSingleOrder all columns share one order, so that a rank taken in one is taken in all */
  constructor(private readonly isSingleOrder = false) {}

  private readonly placedById = new Map<Id, PlacedTask>()
  /** The same to go through: every command does, so it must leave no garbage behind. */
  private readonly placedTasks: PlacedTask[] = []

  /** The ranks on both sides of a wanted place: behind `after`, else before `before`, else an end. */
  resolve(target: TargetPosition, neighbours: Neighbours): ResolvedPosition {
    const { position } = target
    const after = this.findNeighbour(target, position.after, {
      rank: neighbours.after,
      storedRange: { lower: neighbours.after, upper: neighbours.afterNext },
    })
    if (after) return this.rangeAfter(target, after.rank, after.storedRange)
    const before = this.findNeighbour(target, position.before, {
      rank: neighbours.before,
      storedRange: { lower: neighbours.beforePrev, upper: neighbours.before },
    })
    if (before) return this.rangeBefore(target, before.rank, before.storedRange)
    return position.end === 'top'
      ? this.rangeAfter(target, null, { lower: null, upper: neighbours.top })
      : this.rangeBefore(target, null, { lower: neighbours.bottom, upper: null })
  }

  /** An earlier place of a task, with what the batch has put there or behind it since. */
  withBatchChanges(previousPosition: PreviousPosition): PreviousPosition {
    const { taskId, rank } = previousPosition
    let { isTaken, nextRank } = previousPosition
    const target = { taskIds: [taskId], statusId: previousPosition.statusId ?? '', position: {} }
    this.forEachOtherRank(target, (otherRank) => {
      if (otherRank === rank) isTaken = true
      if (otherRank > rank && (nextRank === null || otherRank < nextRank)) nextRank = otherRank
    })
    return { ...previousPosition, isTaken, nextRank }
  }

  /**
   * Remembers that a task now stands at a rank, inside a gap of the database's order. Without a
   * gap it takes its rank, but is no neighbour to be placed beside.
   */
  place(id: Id, statusId: StatusId, rank: string | null, storedRange: RankRange | null): void {
    const existing = this.placedById.get(id)
    if (existing) Object.assign(existing, { statusId, rank, storedRange })
    else {
      const placed = { id, statusId, rank, storedRange }
      this.placedById.set(id, placed)
      this.placedTasks.push(placed)
    }
  }

  /** A task that still is in the wanted column, as the batch or else the database has it. */
  private findNeighbour(
    target: TargetPosition,
    id: Id | undefined,
    stored: { rank: string | null; storedRange: RankRange },
  ): { rank: string; storedRange: RankRange } | null {
    const placed = id ? this.placedById.get(id) : undefined
    if (placed && placed.statusId !== target.statusId) return null
    const { rank, storedRange } = placed ?? stored
    return id === undefined || rank === null || storedRange === null ? null : { rank, storedRange }
  }

  /** From `lower` to whatever comes next. */
  private rangeAfter(
    target: TargetPosition,
    lower: string | null,
    storedRange: RankRange,
  ): ResolvedPosition {
    let { upper } = storedRange
    this.forEachOtherRank(target, (rank) => {
      if ((lower === null || rank > lower) && (upper === null || rank < upper)) upper = rank
    })
    return { range: { lower, upper }, storedRange }
  }

  /** From whatever comes before to `upper`. */
  private rangeBefore(
    target: TargetPosition,
    upper: string | null,
    storedRange: RankRange,
  ): ResolvedPosition {
    let { lower } = storedRange
    this.forEachOtherRank(target, (rank) => {
      if ((upper === null || rank < upper) && (lower === null || rank > lower)) lower = rank
    })
    return { range: { lower, upper }, storedRange }
  }

  /** Visits the ranks that the batch has given to others in the wanted column. */
  private forEachOtherRank(
    { taskIds, statusId }: TargetPosition,
    visit: (rank: string) => void,
  ): void {
    for (const { id, statusId: placedStatusId, rank } of this.placedTasks) {
      const isSameColumn =
        this.isSingleOrder || statusId === WHOLE_PROJECT || placedStatusId === statusId
      if (isSameColumn && rank !== null && !taskIds.includes(id)) visit(rank)
    }
  }
}
