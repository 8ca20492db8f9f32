import type { Id, StatusId } from '@/domain/kernel/primitives'
import { type RankRange, type TargetPosition, WHOLE_PROJECT } from '@/domain/kernel/rank'
import type { PreviousPosition } from '@/domain/undo/previousRanks'

/**
 * Stored ranks of the neighbours at a target position; null where there is no such task. In the
 * backlog order, a named neighbour may still be in another section that an earlier command of the
 * batch takes it out of: it then counts only if the batch has placed it in the target section.
 */
export interface Neighbours {
  after: string | null
  afterNext: string | null
  before: string | null
  beforePrev: string | null
  top: string | null
  bottom: string | null
  isAfterElsewhere: boolean
  isBeforeElsewhere: boolean
}

/** Neighbours of a position that was not loaded. */
export const NO_NEIGHBOURS: Neighbours = {
  after: null,
  afterNext: null,
  before: null,
  beforePrev: null,
  top: null,
  bottom: null,
  isAfterElsewhere: false,
  isBeforeElsewhere: false,
}

/** A named neighbour of a position as it is stored. */
interface StoredNeighbour {
  rank: string | null
  isElsewhere: boolean
  storedRange: RankRange
}

/**
 * A resolved target position: the range for the new rank, and the range between two stored ranks
 * that contains it.
 */
export interface ResolvedPosition {
  range: RankRange
  storedRange: RankRange
}

interface PlacedTask {
  id: Id
  statusId: StatusId
  /** Null after the task left the column without a move, for example when it was archived. */
  rank: string | null
  storedRange: RankRange | null
}

/**
 * The order of a project's columns while a batch is decided: the stored ranks, overlaid with the
 * ranks that the batch has assigned so far. The stored range of each placed task is kept, so that
 * later commands can place tasks beside it without another read.
 */
export class RankIndex {
  /**
   * @param isSingleOrder true when all columns share one order, so that a rank used in one column
   * is taken in all of them
   */
  constructor(private readonly isSingleOrder = false) {}

  private readonly placedById = new Map<Id, PlacedTask>()
  /**
   * The same tasks as an array, because every command iterates over them and a map would allocate
   * an iterator each time.
   */
  private readonly placedTasks: PlacedTask[] = []

  /**
   * Returns the ranks on both sides of a target position: after `position.after` if that task is in
   * the column, else before `position.before`, else at an end of the column.
   */
  resolve(target: TargetPosition, neighbours: Neighbours): ResolvedPosition {
    const { position } = target
    const after = this.findNeighbour(target, position.after, {
      rank: neighbours.after,
      isElsewhere: neighbours.isAfterElsewhere,
      storedRange: { lower: neighbours.after, upper: neighbours.afterNext },
    })
    if (after) return this.rangeAfter(target, after.rank, after.storedRange)
    const before = this.findNeighbour(target, position.before, {
      rank: neighbours.before,
      isElsewhere: neighbours.isBeforeElsewhere,
      storedRange: { lower: neighbours.beforePrev, upper: neighbours.before },
    })
    if (before) return this.rangeBefore(target, before.rank, before.storedRange)
    return position.end === 'top'
      ? this.rangeAfter(target, null, { lower: null, upper: neighbours.top })
      : this.rangeBefore(target, null, { lower: neighbours.bottom, upper: null })
  }

  /**
   * Returns a task's previous position, updated with the ranks that the batch has since assigned at
   * it or after it.
   */
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
   * Records the rank of a task and the stored range that contains it. Without a stored range the
   * rank counts as taken, but another task can be placed beside this one only if the rank is the
   * stored one.
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

  /**
   * Returns the rank of a neighbour that is still in the target column, preferring the batch's
   * state to the stored one; null when it has left.
   */
  private findNeighbour(
    target: TargetPosition,
    id: Id | undefined,
    stored: StoredNeighbour,
  ): { rank: string; storedRange: RankRange } | null {
    const placed = id ? this.placedById.get(id) : undefined
    if (placed ? placed.statusId !== target.statusId : stored.isElsewhere) return null
    const { rank } = placed ?? stored
    const isRankStored = rank === stored.rank
    const storedRange = placed?.storedRange ?? (isRankStored ? stored.storedRange : null)
    return id === undefined || rank === null || storedRange === null ? null : { rank, storedRange }
  }

  /** Returns the range from `lower` to the next rank in the column. */
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

  /** Returns the range from the previous rank in the column to `upper`. */
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

  /** Visits the ranks that the batch has assigned to other tasks in the target column. */
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
