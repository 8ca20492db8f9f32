import { isEqual } from '@/domain/kernel/equal'
import type {
  BacklogSectionId,
  BacklogSectionTotals,
  SectionContribution,
} from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import { type PagedLists, shareLists } from '../pagedList/pagedList'
import { BacklogDraft, type ParentDraft } from './backlogDraft'

export type SumsBySection = ReadonlyMap<BacklogSectionId, BacklogSectionTotals>

/**
 * An event's effect on the sums; null when only the server knows it. Kept until the server returns
 * sums from after the event.
 */
export interface CountDelta {
  seq: number
  contributions: { contribution: SectionContribution; sign: 1 | -1 }[] | null
}

/** The data of the backlog. */
export interface BacklogStateData {
  filter: BoardFilter | null
  sections: PagedLists
  sums: SumsBySection
  countDeltas: readonly CountDelta[]
}

/** The sections of the backlog in order, with their sums. Immutable. */
export class BacklogState implements BacklogStateData {
  readonly filter: BoardFilter | null
  readonly sections: PagedLists
  readonly sums: SumsBySection
  readonly countDeltas: readonly CountDelta[]
  /** True when only the server can count again after a change. */
  readonly isStale: boolean

  constructor({ filter, sections, sums, countDeltas }: BacklogStateData) {
    this.filter = filter
    this.sections = sections
    this.sums = sums
    this.countDeltas = countDeltas
    this.isStale = countDeltas.some((each) => each.contributions === null)
  }

  /** Returns a draft that belongs to the draft of the board. */
  createDraft(parent: ParentDraft): BacklogDraft {
    return new BacklogDraft(this, parent, (data) => new BacklogState(data))
  }

  /** Returns an equal state that reuses the previous state's objects where they are equal. */
  shareStructure(previous: BacklogState | null): BacklogState {
    if (!previous) return this
    const { filter, countDeltas } = this
    const sums = isEqual([...this.sums], [...previous.sums]) ? previous.sums : this.sums
    const sections = shareLists(this.sections, previous.sections)
    return new BacklogState({ filter, sections, sums, countDeltas })
  }
}
