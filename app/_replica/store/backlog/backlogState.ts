import { isEqual } from '@/domain/kernel/equal'
import type { Project } from '@/domain/project/project'
import {
  addContribution,
  type BacklogData,
  type BacklogSectionId,
  type BacklogSectionTotals,
  EMPTY_SECTION_TOTALS,
  type SectionContribution,
  sectionsOf,
} from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import {
  EMPTY_LIST,
  listUntil,
  type PagedList,
  type PagedLists,
  recountLists,
  shareLists,
} from '../pagedList/pagedList'
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

/**
 * The backlog that the server's answer makes: sums as they were there, with what has happened since.
 * Sections that are loaded already stay as far as they are; of others the tasks are yet to come in.
 */
export function backlogStateFrom(
  data: BacklogData,
  filter: BoardFilter | null,
  project: Project,
  loaded: BacklogState | null,
): BacklogState {
  const fetchedSections = new Map(data.sections.map((section) => [section.id, section]))
  const ids = sectionsOf(project)
  const sections = recountLists(
    loaded?.sections,
    ids.map((id): [BacklogSectionId, PagedList] => {
      const section = fetchedSections.get(id)
      if (!section) return [id, EMPTY_LIST]
      const { cards, complete, count } = section
      const last = cards.at(-1)
      const until = last ? { rank: last.backlogRank, number: last.number } : null
      return [id, listUntil(until, complete, count)]
    }),
  )
  const countDeltas = (loaded?.countDeltas ?? []).filter((each) => each.seq > data.seq)
  const sums = new Map(
    ids.map((id) => [id, fetchedSections.get(id)?.totals ?? EMPTY_SECTION_TOTALS]),
  )
  for (const { contribution, sign } of countDeltas.flatMap((each) => each.contributions ?? [])) {
    const known = sums.get(contribution.section)
    if (known) sums.set(contribution.section, addContribution(known, contribution, sign))
  }
  return new BacklogState({ filter, sections, sums, countDeltas })
}
