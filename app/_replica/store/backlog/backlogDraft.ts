import type { StoredEvent, TaskEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import {
  addContribution,
  BACKLOG_SECTION,
  type BacklogSectionId,
  type BacklogSectionTotals,
  EMPTY_SECTION_TOTALS,
  sectionContributionOf,
  sectionOf,
  sectionsOf,
} from '@/domain/views/backlog'
import { matchesFilter } from '@/domain/views/board'
import type { ReplicaCard } from '../../replicaTypes'
import { EMPTY_LIST, UNLOADED_LIST } from '../pagedList/pagedList'
import { type ListKind, PagedListsDraft } from '../pagedList/pagedListsDraft'
import type { CardChange } from '../replicaStateDraft'
import type { BacklogState, BacklogStateData, CountDelta } from './backlogState'
import { mayChangeSums, mayEnterSection } from './sectionEvents'

/** The draft of the board that contains this backlog. */
export interface ParentDraft {
  seq: number
  project: Project
  cards: ReadonlyMap<Id, ReplicaCard>
}

/** Maximum number of changes of sums that are kept one by one. */
const MAX_COUNT_DELTAS = 500
const addsStatus = ({ type }: StoredEvent) => type === 'status.added' || type === 'status.restored'
/** Returns true for events that change the content of a section without changing its tasks. */
const SECTION_CHANGES: StoredEvent['type'][] = [
  'status.edited',
  'sprint.completed',
  'sprint.reopened',
  'sprint.restored',
]

/** A mutable copy of the backlog. Each part is copied on its first change. */
export class BacklogDraft {
  readonly sections: PagedListsDraft
  private readonly sums: Map<BacklogSectionId, BacklogSectionTotals>
  private readonly countDeltas: CountDelta[] = []
  private areSumsChanged = false

  constructor(
    private readonly base: BacklogState,
    private readonly parent: ParentDraft,
    private readonly create: (parts: BacklogStateData) => BacklogState,
  ) {
    const kind: ListKind = {
      keyOf: (card) => this.sectionOfCard(card),
      rankField: 'backlogRank',
      countsCards: base.filter !== null,
      changesLists: ({ type }) => SECTION_CHANGES.includes(type),
    }
    this.sections = new PagedListsDraft(base.sections, kind, parent)
    this.sums = new Map(base.sums)
  }

  /** Updates the sums after a change of a task. */
  recordCountDelta(before: ReplicaCard | undefined, after: ReplicaCard, change: CardChange): void {
    const { project, seq } = this.parent
    const contributionBefore = before ? sectionContributionOf(before, project) : null
    const contributionAfter = sectionContributionOf(after, project)
    const isSamePlace =
      contributionBefore?.section === contributionAfter?.section &&
      contributionBefore?.bucket === contributionAfter?.bucket
    if (
      isSamePlace &&
      contributionBefore?.points === contributionAfter?.points &&
      contributionBefore?.unestimated === contributionAfter?.unestimated
    )
      return
    const contributions: NonNullable<CountDelta['contributions']> = []
    for (const [contribution, sign] of [
      [contributionBefore, -1] as const,
      [contributionAfter, 1] as const,
    ]) {
      const sums = contribution && this.sums.get(contribution.section)
      if (!contribution || !sums) continue
      this.setSums(contribution.section, addContribution(sums, contribution, sign))
      contributions.push({ contribution, sign })
    }
    if (!change.isOptimistic) this.countDeltas.push({ seq: change.seq ?? seq, contributions })
  }

  /**
   * Returns true when an unloaded task has to be fetched after this event. Marks the sums as stale
   * when `countsSums` is true and the event may change them.
   */
  needsUnknownCard(event: TaskEvent, countsSums: boolean): boolean {
    const isFiltered = this.base.filter !== null
    const { project } = this.parent
    if (
      countsSums &&
      (mayChangeSums(event, project) || (isFiltered && mayEnterSection(event, project, true)))
    ) {
      this.markStale(event.seq)
    }
    if (event.type === 'task.planned' && !isFiltered) {
      const { to, rank } = event.data
      const section = to !== null && this.sections.get(to) ? to : BACKLOG_SECTION
      return this.sections.coversRank(section, rank)
    }
    return mayEnterSection(event, project, isFiltered)
  }

  /** Handles an event whose task is not loaded in the version right before it. */
  skipEvent(event: TaskEvent): void {
    const isFiltered = this.base.filter !== null
    if (mayChangeSums(event, this.parent.project) || isFiltered) this.markStale(event.seq)
  }

  /**
   * Marks filtered counts as stale, since they may be of another time than the tasks. Sums are
   * updated change by change.
   */
  markCountsStale(): void {
    if (this.base.filter !== null) this.markStale(this.parent.seq)
  }

  /**
   * Applies events that add or remove sections, or that change a status's category and thereby the
   * content of sections.
   */
  applySectionEvent(event: StoredEvent): void {
    if (event.type === 'status.edited' && event.data.set.category) {
      for (const id of this.sections.keys()) {
        this.sections.set(id, { ...UNLOADED_LIST, count: this.sections.get(id)?.count ?? 0 })
      }
      this.markStale(event.seq)
    } else if (event.type.startsWith('sprint.') || addsStatus(event)) {
      this.syncSections(event)
    }
  }

  build(): BacklogState {
    const { sums } = this
    const { filter } = this.base
    const sections = this.sections.build()
    const isUnchanged = sections === this.base.sections && !this.areSumsChanged
    if (isUnchanged && this.countDeltas.length === 0) return this.base
    const countDeltas = [...this.base.countDeltas, ...this.countDeltas]
    const lastDropped =
      countDeltas.length > MAX_COUNT_DELTAS
        ? countDeltas.splice(0, MAX_COUNT_DELTAS / 2).at(-1)
        : null
    // Changes that are no longer kept one by one make a new count necessary.
    if (lastDropped) countDeltas.unshift({ seq: lastDropped.seq, contributions: null })
    return this.create({ filter, sections, sums, countDeltas })
  }

  private syncSections(event: StoredEvent): void {
    const activeIds = sectionsOf(this.parent.project)
    const removedIds = this.sections.keys().filter((id) => !activeIds.includes(id))
    const addedIds = activeIds.filter((id) => !this.sections.get(id))
    for (const id of removedIds) this.removeSection(id)
    for (const id of addedIds) {
      const isNew = event.type === 'sprint.created' || event.type === 'sprint.imported'
      this.sections.set(id, isNew ? EMPTY_LIST : UNLOADED_LIST)
      this.setSums(id, EMPTY_SECTION_TOTALS)
      if (!isNew) this.markStale(event.seq)
    }
    if (removedIds.length > 0 && this.base.filter) this.markStale(event.seq)
    if (removedIds.length === 0 && addedIds.length === 0 && !addsStatus(event)) return
    const backlog = this.sections.get(BACKLOG_SECTION)
    if (backlog) {
      const ids = backlog.ids.filter((id) => this.isInBacklog(id))
      this.sections.set(BACKLOG_SECTION, { ...backlog, ids })
    }
    this.sections.insertCovered(this.sections.keys())
  }

  private isInBacklog(id: Id): boolean {
    const card = this.parent.cards.get(id)
    return card !== undefined && this.sectionOfCard(card) === BACKLOG_SECTION
  }

  /** Unfinished tasks of a removed sprint count to the backlog until their own events move them. */
  private removeSection(section: BacklogSectionId): void {
    const { open } = this.sums.get(section) ?? EMPTY_SECTION_TOTALS
    const backlog = this.sums.get(BACKLOG_SECTION)
    if (backlog)
      this.setSums(BACKLOG_SECTION, addContribution(backlog, { bucket: 'open', ...open }, 1))
    this.sections.delete(section)
    this.sums.delete(section)
  }

  private sectionOfCard(card: ReplicaCard): BacklogSectionId | null {
    const { filter } = this.base
    if (filter && !matchesFilter(card, filter, this.parent.project.key)) return null
    return sectionOf(card, this.parent.project)
  }

  private markStale(seq: number): void {
    this.countDeltas.push({ seq, contributions: null })
  }

  private setSums(section: BacklogSectionId, totals: BacklogSectionTotals): void {
    this.sums.set(section, totals)
    this.areSumsChanged = true
  }
}
