import type { ProjectApi } from '@/app/_api/projectApi'
import type { Id } from '@/domain/kernel/primitives'
import {
  addContribution,
  EMPTY_SECTION_TOTALS,
  sectionContributionOf,
  sectionOf,
  sectionsOf,
} from '@/domain/views/backlog'
import { type BoardFilter, type Card, matchesFilter } from '@/domain/views/board'
import { type SwimlaneCounts, swimlaneOf } from '@/domain/views/swimlanes'
import type { TestProject } from '@/tests/domain/support/testProject'
import type { HeldRequests } from './heldRequests'

/** Small, so that short lists have many pages. */
const PAGE_SIZE = 4
/** Above this number of events a replica starts over from a snapshot. */
const FAR = 10_000

type RankField = 'rank' | 'backlogRank'

/** The reads of a replica, without delay. */
type ServerReads = {
  [K in keyof ProjectApi]: (
    ...asked: Parameters<ProjectApi[K]>
  ) => Awaited<ReturnType<ProjectApi[K]>>
}

/** Answers the reads of a replica from a test project's log in memory. */
export class MemoryServer {
  /** Makes the replica start over from a snapshot, as if it lacked very many events. */
  seemsFarAhead = false

  constructor(private readonly testProject: TestProject) {}

  /** Returns all cards of a list in order. */
  list(isInList: (card: Card) => boolean, rankField: RankField = 'rank'): Card[] {
    const cards = [...this.testProject.projectState.tasks.values()].map(
      ({ description: _, ...card }) => card,
    )
    return cards
      .filter(isInList)
      .sort((a, b) =>
        a[rankField] < b[rankField] ? -1 : a[rankField] > b[rankField] ? 1 : a.number - b.number,
      )
  }

  column(statusId: string, filter: BoardFilter | null): Card[] {
    return this.list((card) => card.statusId === statusId && this.isShown(card, filter))
  }

  section(id: string, filter: BoardFilter | null): Card[] {
    const isInSection = (card: Card) => sectionOf(card, this.testProject.project) === id
    return this.list((card) => isInSection(card) && this.isShown(card, filter), 'backlogRank')
  }

  get statusIds(): string[] {
    return this.testProject.project.statuses.flatMap((each) => (each.removedAt ? [] : each.id))
  }

  get seq(): number {
    return this.testProject.events.length
  }

  board(me: Id) {
    const { project, projectState } = this.testProject
    const conflicts = [...projectState.conflicts.values()]
    const columns = this.statusIds.map((statusId) => ({
      statusId,
      ...pageOf(this.column(statusId, null), null, 'rank'),
    }))
    return {
      seq: this.seq,
      project,
      people: [],
      columns,
      conflicts: conflicts.filter((each) => each.personId === me && !each.resolved),
    }
  }

  filteredBoard(filter: BoardFilter) {
    const columns = this.statusIds.map((statusId) => {
      const cards = this.column(statusId, filter)
      return { statusId, count: cards.length, ...pageOf(cards, null, 'rank') }
    })
    return { seq: this.seq, people: [], columns }
  }

  reads(me: Id): ServerReads {
    const { testProject } = this
    return {
      fetchEvents: (seq) => {
        const isFarAhead = this.seemsFarAhead
        this.seemsFarAhead = false
        return {
          events: testProject.events.slice(seq),
          seq: isFarAhead ? this.seq + FAR : this.seq,
          hasMore: false,
        }
      },
      fetchBoard: () => this.board(me),
      fetchColumnPage: ({ statusId, after, filter }) => ({
        seq: this.seq,
        ...pageOf(this.column(statusId, filter), after, 'rank'),
      }),
      fetchCards: (ids) => ({ seq: this.seq, cards: this.list((card) => ids.includes(card.id)) }),
      fetchFilteredBoard: (filter) => this.filteredBoard(filter),
      fetchSwimlanes: (groupBy, filter) => {
        const swimlanes = new Map<string, SwimlaneCounts>()
        for (const card of this.list((each) => this.isShown(each, filter))) {
          const id = swimlaneOf(card, groupBy)
          if (id === null) continue
          const swimlane = swimlanes.get(id) ?? { id, parent: null, counts: {} }
          const count = (swimlane.counts[card.statusId] ?? 0) + 1
          swimlanes.set(id, { ...swimlane, counts: { ...swimlane.counts, [card.statusId]: count } })
        }
        return { seq: this.seq, swimlanes: [...swimlanes.values()] }
      },
      fetchBacklog: (filter) => {
        const { project } = testProject
        const sections = sectionsOf(project).map((id) => {
          const totals = this.section(id, null).reduce((total, card) => {
            const contribution = sectionContributionOf(card, project)
            return contribution ? addContribution(total, contribution, 1) : total
          }, EMPTY_SECTION_TOTALS)
          const cards = this.section(id, filter)
          return { id, totals, count: cards.length, ...pageOf(cards, null, 'backlogRank') }
        })
        return { seq: this.seq, sections, people: [] }
      },
      fetchSectionPage: ({ section, after, filter }) => ({
        seq: this.seq,
        ...pageOf(this.section(section, filter), after, 'backlogRank'),
      }),
      fetchPeople: () => [],
      fetchTask: (id) => {
        const { tasks, comments, worklogs } = testProject.projectState
        const task = tasks.get(id)
        if (!task) return null
        return {
          seq: this.seq,
          task,
          comments: [...comments.values()].filter((each) => each.taskId === id),
          worklogs: [...worklogs.values()].filter((each) => each.taskId === id && !each.deletedAt),
        }
      },
    }
  }

  private isShown(card: Card, filter: BoardFilter | null): boolean {
    return !card.archivedAt && matchesFilter(card, filter ?? {}, this.testProject.project.key)
  }
}

/** Returns the API of a replica whose responses are held back. */
export function heldApi(reads: ServerReads, requests: HeldRequests): ProjectApi {
  return {
    fetchEvents: requests.hold('events', reads.fetchEvents),
    fetchBoard: requests.hold('board', reads.fetchBoard),
    fetchColumnPage: requests.hold('column page', reads.fetchColumnPage),
    fetchCards: requests.hold('cards', reads.fetchCards),
    fetchFilteredBoard: requests.hold('filtered board', reads.fetchFilteredBoard),
    fetchSwimlanes: requests.hold('swimlanes', reads.fetchSwimlanes),
    fetchBacklog: requests.hold('backlog', reads.fetchBacklog),
    fetchSectionPage: requests.hold('section page', reads.fetchSectionPage),
    fetchPeople: requests.hold('people', reads.fetchPeople),
    fetchTask: requests.hold('task', reads.fetchTask),
  }
}

function pageOf(
  cards: Card[],
  after: { rank: string; number: number } | null,
  rankField: RankField,
): { cards: Card[]; complete: boolean } {
  const rest = cards.filter(
    (card) =>
      !after ||
      card[rankField] > after.rank ||
      (card[rankField] === after.rank && card.number > after.number),
  )
  return { cards: rest.slice(0, PAGE_SIZE), complete: rest.length <= PAGE_SIZE }
}
