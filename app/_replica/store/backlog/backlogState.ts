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
 * What an event did to the sums; null: only the server knows. Kept until sums come from the server
 * that were read after it.
 */
export interface CountDelta {
  seq: number
  contributions: { contribution: SectionContribution; sign: 1 | -1 }[] | null
}

/** What a backlog is made of. */
export interface BacklogStateData {
  filter: BoardFilter | null
  sections: PagedLists
  sums: SumsBySection
  countDeltas: readonly CountDelta[]
}

/** The sections of the backlog in planning order, with their sums. Never changed in place. */
export class BacklogState implements BacklogStateData {
  readonly filter: BoardFilter | null
  readonly sections: PagedLists
  readonly sums: SumsBySection
  readonly countDeltas: readonly CountDelta[]
  /** Something happened that only the server can count: ask it again. */
  readonly isStale: boolean

  constructor({ filter, sections, sums, countDeltas }: BacklogStateData) {
    this.filter = filter
    this.sections = sections
    this.sums = sums
    this.countDeltas = countDeltas
    this.isStale = countDeltas.some((each) => each.contributions === null)
  }

  /** The backlog while it is being changed along with its board. */
  createDraft(parent: ParentDraft): BacklogDraft {
    return new BacklogDraft(this, parent, (data) => new BacklogState(data))
  }

  /** The same, with the objects of the backlog before wherever they are equal. */
  shareStructure(previous: BacklogState | null): BacklogState {
    if (!previous) return this
    const { filter, countDeltas } = this
    const sums = isEqual([...this.sums], [...previous.sums]) ? previous.sums : this.sums
    const sections = shareLists(this.sections, previous.sections)
    return new BacklogState({ filter, sections, sums, countDeltas })
  }
}
