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
import { coversPosition, extendAfterLast } from '../loadedList'
import { type CardPosition, comparePositions, type LoadedList } from '../replicaState'
import type { Placement } from '../replicaStateDraft'
import type { ReplicaCard } from '../types'
import type { BacklogState, BacklogStateData, CountDelta } from './backlogState'
import { mayChangeSums, mayEnterSection } from './sectionEvents'

/** The board that a plan is changed along with. */
export interface ParentDraft {
  seq: number
  project: Project
  cards: ReadonlyMap<Id, ReplicaCard>
}

const backlogPositionOf = ({ backlogRank, number }: ReplicaCard): CardPosition => ({
  rank: backlogRank,
  number,
})
/** Changes of sums that are kept one by one. */
const MAX_COUNT_DELTAS = 500
const addsStatus = ({ type }: StoredEvent) => type === 'status.added' || type === 'status.restored'
const EMPTY_LIST: LoadedList = { ids: [], until: null, complete: true, count: 0 }

/** A plan that is being changed: each part is copied when it is first touched. */
export class BacklogDraft {
  private readonly sections: Map<BacklogSectionId, LoadedList>
  private readonly sums: Map<BacklogSectionId, BacklogSectionTotals>
  private readonly countDeltas: CountDelta[] = []
  /** Sections whose list of ids is a copy already, and may be changed in place. */
  private readonly copiedSections = new Set<BacklogSectionId>()
  private isChanged = false
  private readonly positions = {
    get: (id: Id) => {
      const card = this.parent.cards.get(id)
      return card && backlogPositionOf(card)
    },
  }

  constructor(
    private readonly base: BacklogState,
    private readonly parent: ParentDraft,
    private readonly create: (parts: BacklogStateData) => BacklogState,
  ) {
    this.sections = new Map(base.sections)
    this.sums = new Map(base.sums)
  }

  /** Takes a task from what it was to what it is; false where no section shows it. */
  updateCard(before: ReplicaCard | undefined, after: ReplicaCard, placement: Placement): boolean {
    if (before) this.removeFromSection(before)
    const isInserted = this.insertIntoSection(after, placement, 1)
    if (placement.seq !== null) this.recordCountDelta(before, after, placement)
    return isInserted
  }

  /** Takes in a task that was fetched. */
  mergeCard(before: ReplicaCard | undefined, newest: ReplicaCard): void {
    if (before) this.removeFromSection(before)
    this.insertIntoSection(newest, {}, before ? 1 : 0)
  }

  /** Puts a task where a section has come to reach since the task was last moved. */
  insertIfCovered(id: Id): void {
    const card = this.parent.cards.get(id)
    const section = card && this.sectionOfCard(card)
    const list = section ? this.sections.get(section) : undefined
    if (card && list && !list.ids.includes(id)) this.insertIntoSection(card, {}, 0)
  }

  /** Notes that a section is loaded further: up to `until`, or to its end. */
  extendSection(section: BacklogSectionId, until: CardPosition | null, complete: boolean): void {
    const list = this.sections.get(section)
    if (list) this.setSection(section, { ...list, complete, until: until ?? list.until })
  }

  /** Whether a task that is not known has to be, after this event; `counts`: it may change sums. */
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
      const list = this.sections.get(to ?? BACKLOG_SECTION) ?? this.sections.get(BACKLOG_SECTION)
      return list !== undefined && coversPosition(list, rank)
    }
    return mayEnterSection(event, project, isFiltered)
  }

  /** An event whose task is known in another version than the one before it. */
  skipEvent(event: TaskEvent): void {
    const isFiltered = this.base.filter !== null
    if (mayChangeSums(event, this.parent.project) || isFiltered) this.markStale(event.seq)
  }

  /** Counts under a filter may be of another moment than the tasks; sums are kept change by change. */
  markCountsStale(): void {
    if (this.base.filter !== null) this.markStale(this.parent.seq)
  }

  /** Sections come and go with sprints; a status of another category changes what they hold. */
  applySectionEvent(event: StoredEvent): void {
    if (event.type === 'status.edited' && event.data.set.category) {
      for (const [id, { count }] of this.sections) {
        this.setSection(id, { ...EMPTY_LIST, complete: false, count })
      }
      this.markStale(event.seq)
    } else if (event.type.startsWith('sprint.') || addsStatus(event)) {
      this.syncSections(event)
    }
  }

  build(): BacklogState {
    if (!this.isChanged) return this.base
    const { sections, sums } = this
    const { filter } = this.base
    const countDeltas = [...this.base.countDeltas, ...this.countDeltas]
    const lastDropped =
      countDeltas.length > MAX_COUNT_DELTAS
        ? countDeltas.splice(0, MAX_COUNT_DELTAS / 2).at(-1)
        : null
    // What is no longer known singly has to be counted anew.
    if (lastDropped) countDeltas.unshift({ seq: lastDropped.seq, contributions: null })
    return this.create({ filter, sections, sums, countDeltas })
  }

  private syncSections(event: StoredEvent): void {
    const activeIds = sectionsOf(this.parent.project)
    const removedIds = [...this.sections.keys()].filter((id) => !activeIds.includes(id))
    const addedIds = activeIds.filter((id) => !this.sections.has(id))
    const releasedTaskIds = removedIds.flatMap((id) => this.removeSection(id))
    for (const id of addedIds) {
      const isNew = event.type === 'sprint.created' || event.type === 'sprint.imported'
      this.setSection(id, { ...EMPTY_LIST, complete: isNew })
      this.sums.set(id, EMPTY_SECTION_TOTALS)
      if (!isNew) this.markStale(event.seq)
    }
    if (removedIds.length > 0 && this.base.filter) this.markStale(event.seq)
    if (removedIds.length === 0 && addedIds.length === 0 && !addsStatus(event)) return
    const backlog = this.sections.get(BACKLOG_SECTION)
    const misplacedTaskIds = (backlog?.ids ?? []).filter((id) => {
      const card = this.parent.cards.get(id)
      return !card || this.sectionOfCard(card) !== BACKLOG_SECTION
    })
    if (backlog && misplacedTaskIds.length > 0) {
      const misplacedSet = new Set(misplacedTaskIds)
      this.setSection(BACKLOG_SECTION, {
        ...backlog,
        ids: backlog.ids.filter((id) => !misplacedSet.has(id)),
      })
    }
    for (const id of [...releasedTaskIds, ...misplacedTaskIds]) this.insertIfCovered(id)
  }

  /** What was in a sprint and is not done counts to the backlog, until it goes elsewhere. */
  private removeSection(section: BacklogSectionId): readonly Id[] {
    const ids = this.sections.get(section)?.ids ?? []
    const { open } = this.sums.get(section) ?? EMPTY_SECTION_TOTALS
    const backlog = this.sums.get(BACKLOG_SECTION)
    if (backlog)
      this.sums.set(BACKLOG_SECTION, addContribution(backlog, { bucket: 'open', ...open }, 1))
    this.sections.delete(section)
    this.sums.delete(section)
    this.isChanged = true
    return ids
  }

  private sectionOfCard(card: ReplicaCard): BacklogSectionId | null {
    const { filter } = this.base
    if (filter && !matchesFilter(card, filter, this.parent.project.key)) return null
    return sectionOf(card, this.parent.project)
  }

  private removeFromSection(card: ReplicaCard): void {
    const section = this.sectionOfCard(card)
    const list = section ? this.sections.get(section) : undefined
    if (!section || !list) return
    if (this.base.filter) this.setSection(section, { ...list, count: list.count - 1 })
    const index = list.ids.indexOf(card.id)
    if (index >= 0) this.writableIds(section).splice(index, 1)
  }

  private insertIntoSection(
    card: ReplicaCard,
    { isOptimistic, afterCardIdInBacklog: afterCardId }: Placement,
    countChange: number,
  ): boolean {
    const section = this.sectionOfCard(card)
    let list = section ? this.sections.get(section) : undefined
    if (!section || !list) return false
    const position = backlogPositionOf(card)
    const extended = afterCardId
      ? extendAfterLast(list, position, afterCardId, this.positions)
      : list
    const count = list.count + (this.base.filter ? countChange : 0)
    if (extended !== list || count !== list.count) {
      list = { ...extended, count }
      this.setSection(section, list)
    }
    if (!isOptimistic && !coversPosition(list, position.rank, position.number)) return false
    const ids = this.writableIds(section)
    ids.splice(this.insertionIndex(ids, position), 0, card.id)
    return true
  }

  private insertionIndex(ids: Id[], position: CardPosition): number {
    let low = 0
    let high = ids.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.positions.get(ids[middle] ?? '')
      if (other && comparePositions(other, position) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  private writableIds(section: BacklogSectionId): Id[] {
    const list = this.sections.get(section) ?? EMPTY_LIST
    if (!this.copiedSections.has(section)) {
      this.setSection(section, { ...list, ids: [...list.ids] })
      this.copiedSections.add(section)
    }
    this.isChanged = true
    return (this.sections.get(section) ?? EMPTY_LIST).ids as Id[]
  }

  private setSection(section: BacklogSectionId, list: LoadedList): void {
    const before = this.sections.get(section)
    if (before?.ids !== list.ids) this.copiedSections.delete(section)
    this.sections.set(section, list)
    this.isChanged = true
  }

  private recordCountDelta(
    before: ReplicaCard | undefined,
    after: ReplicaCard,
    placement: Placement,
  ): void {
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
      this.sums.set(contribution.section, addContribution(sums, contribution, sign))
      contributions.push({ contribution, sign })
    }
    this.isChanged = true
    if (!placement.isOptimistic) this.countDeltas.push({ seq: placement.seq ?? seq, contributions })
  }

  private markStale(seq: number): void {
    this.countDeltas.push({ seq, contributions: null })
    this.isChanged = true
  }
}
