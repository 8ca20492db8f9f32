import type { Comment } from '@/domain/comment/comment'
import type { StoredEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'
import type { BacklogData, BacklogSectionId, BacklogSectionPage } from '@/domain/views/backlog'
import type { BoardData, BoardFilter, Card, FilteredBoard, Person } from '@/domain/views/board'
import type { SwimlaneGrouping, SwimlanesData } from '@/domain/views/swimlanes'
import type { Worklog } from '@/domain/worklog/worklog'
import type { ApiClient } from './apiClient'
import { withTimeout } from './requestTimeout'

/** A task with the data of its page, as of position `seq`. */
export interface TaskDetails {
  seq: number
  task: Task
  comments: Comment[]
  worklogs: Worklog[]
}

/** Consecutive events after a position. `hasMore` is true when further events follow. */
export interface EventPage {
  events: StoredEvent[]
  /** The project's newest position. */
  seq: number
  hasMore: boolean
}

/** The server's data for a project's replica. Every call rejects when the server is unreachable. */
export interface ProjectApi {
  fetchEvents(seq: number): Promise<EventPage>
  fetchBoard(): Promise<BoardData>
  fetchColumnPage(query: {
    statusId: StatusId
    after: { rank: string; number: number } | null
    filter: BoardFilter | null
  }): Promise<{ seq: number; cards: Card[]; complete: boolean }>
  fetchCards(ids: Id[]): Promise<{ seq: number; cards: Card[] }>
  fetchFilteredBoard(filter: BoardFilter): Promise<FilteredBoard>
  fetchSwimlanes(groupBy: SwimlaneGrouping, filter: BoardFilter | null): Promise<SwimlanesData>
  fetchBacklog(filter: BoardFilter | null): Promise<BacklogData>
  fetchSectionPage(query: {
    section: BacklogSectionId
    after: { rank: string; number: number } | null
    filter: BoardFilter | null
  }): Promise<BacklogSectionPage>
  fetchPeople(ids: Id[]): Promise<Person[]>
  /** Null when the project has no such task. */
  fetchTask(id: Id): Promise<TaskDetails | null>
}

/** Creates the replica's access to the server over tRPC. */
export function createProjectApi(client: ApiClient, projectId: Id): ProjectApi {
  return {
    fetchEvents: (seq) =>
      client.events.since.query({ projectId, seq }, withTimeout()) as Promise<EventPage>,
    fetchBoard: () => client.board.get.query({ projectId }, withTimeout()) as Promise<BoardData>,
    fetchColumnPage: (query) =>
      client.board.columnPage.query({ projectId, ...query }, withTimeout()),
    fetchCards: (ids) => client.board.cards.query({ projectId, ids }, withTimeout()),
    fetchFilteredBoard: (filter) =>
      client.board.filteredBoard.query({ projectId, filter }, withTimeout()),
    fetchSwimlanes: (groupBy, filter) =>
      client.board.swimlanes.query({ projectId, groupBy, filter }, withTimeout()),
    fetchBacklog: (filter) => client.backlog.get.query({ projectId, filter }, withTimeout()),
    fetchSectionPage: (query) =>
      client.backlog.section.query({ projectId, ...query }, withTimeout()),
    fetchPeople: (ids) => client.board.people.query({ projectId, ids }, withTimeout()),
    fetchTask: (taskId) => client.board.task.query({ projectId, taskId }, withTimeout()),
  }
}
