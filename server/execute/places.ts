import type { Between, Place } from '@/domain/rank'
import type { Spot } from '@/domain/undo/spots'
import type { Id, StatusId } from '@/domain/words'

/** Asks for an end of the whole project instead of one column's. */
export const ANYWHERE = '*'

/** A place that a command asks for. */
export interface Wanted {
  /** What is to be placed, and so is nobody's neighbour. */
  taskIds: readonly Id[]
  statusId: StatusId
  place: Place
}

/** The ranks that the database holds around a wanted place; null where there is no such task. */
export interface Around {
  after: string | null
  afterNext: string | null
  before: string | null
  beforePrev: string | null
  top: string | null
  bottom: string | null
}

/** Around a place that nobody has asked of the database. */
export const NOWHERE: Around = {
  after: null,
  afterNext: null,
  before: null,
  beforePrev: null,
  top: null,
  bottom: null,
}

/** A place found: where the new rank goes, and the gap of the database's order that holds it. */
export interface Found {
  between: Between
  gap: Between
}

interface Placed {
  id: Id
  statusId: StatusId
  /** Null once it left the column by other means, such as the archive. */
  rank: string | null
  gap: Between | null
}

/**
 * The order of a project's columns while a batch is decided: what the database holds, overlaid by
 * what the batch has placed so far. The gap that a task was put in stays known, so that others can
 * be placed beside it without asking the database again.
 */
export class Places {
  /** @param whole all columns share one order, so that a rank taken in one is taken in all */
  constructor(private readonly whole = false) {}

  private readonly placed = new Map<Id, Placed>()
  /** The same to go through: every command does, so it must leave no garbage behind. */
  private readonly all: Placed[] = []

  /** The ranks on both sides of a wanted place: behind `after`, else before `before`, else an end. */
  find(wanted: Wanted, around: Around): Found {
    const { place } = wanted
    const after = this.neighbour(wanted, place.after, {
      rank: around.after,
      gap: { lower: around.after, upper: around.afterNext },
    })
    if (after) return this.behind(wanted, after.rank, after.gap)
    const before = this.neighbour(wanted, place.before, {
      rank: around.before,
      gap: { lower: around.beforePrev, upper: around.before },
    })
    if (before) return this.ahead(wanted, before.rank, before.gap)
    return place.end === 'top'
      ? this.behind(wanted, null, { lower: null, upper: around.top })
      : this.ahead(wanted, null, { lower: around.bottom, upper: null })
  }

  /** An earlier place of a task, with what the batch has put there or behind it since. */
  back(spot: Spot): Spot {
    const { taskId, rank } = spot
    let { taken, next } = spot
    const wanted = { taskIds: [taskId], statusId: spot.statusId ?? '', place: {} }
    this.others(wanted, (other) => {
      if (other === rank) taken = true
      if (other > rank && (next === null || other < next)) next = other
    })
    return { ...spot, taken, next }
  }

  /**
   * Remembers that a task now stands at a rank, inside a gap of the database's order. Without a
   * gap it takes its rank, but is no neighbour to be placed beside.
   */
  put(id: Id, statusId: StatusId, rank: string | null, gap: Between | null): void {
    const known = this.placed.get(id)
    if (known) Object.assign(known, { statusId, rank, gap })
    else {
      const placed = { id, statusId, rank, gap }
      this.placed.set(id, placed)
      this.all.push(placed)
    }
  }

  /** A task that still is in the wanted column, as the batch or else the database has it. */
  private neighbour(
    wanted: Wanted,
    id: Id | undefined,
    stored: { rank: string | null; gap: Between },
  ): { rank: string; gap: Between } | null {
    const placed = id ? this.placed.get(id) : undefined
    if (placed && placed.statusId !== wanted.statusId) return null
    const { rank, gap } = placed ?? stored
    return id === undefined || rank === null || gap === null ? null : { rank, gap }
  }

  /** From `lower` to whatever comes next. */
  private behind(wanted: Wanted, lower: string | null, gap: Between): Found {
    let { upper } = gap
    this.others(wanted, (rank) => {
      if ((lower === null || rank > lower) && (upper === null || rank < upper)) upper = rank
    })
    return { between: { lower, upper }, gap }
  }

  /** From whatever comes before to `upper`. */
  private ahead(wanted: Wanted, upper: string | null, gap: Between): Found {
    let { lower } = gap
    this.others(wanted, (rank) => {
      if ((upper === null || rank < upper) && (lower === null || rank > lower)) lower = rank
    })
    return { between: { lower, upper }, gap }
  }

  /** Visits the ranks that the batch has given to others in the wanted column. */
  private others({ taskIds, statusId }: Wanted, visit: (rank: string) => void): void {
    for (const { id, statusId: stands, rank } of this.all) {
      const here = this.whole || statusId === ANYWHERE || stands === statusId
      if (here && rank !== null && !taskIds.includes(id)) visit(rank)
    }
  }
}
