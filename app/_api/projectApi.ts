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

/** A task with all that its own screen shows, true at `seq`. */
export interface TaskDetails {
  seq: number
  task: Task
  comments: Comment[]
  worklogs: Worklog[]
}

/** Consecutive events after a position; `more` when there are yet others. */
export interface EventPage {
  events: StoredEvent[]
  /** The project's newest position. */
  seq: number
  hasMore: boolean
}

/** What a replica reads of its project. Every call rejects when the server cannot be reached. */
export interface ProjectApi {
  fetchEvents(seq: number): Promise<EventPage>
  fetchBoard(): Promise<BoardData>
  fetchColumnPage(ask: {
    statusId: StatusId
    after: { rank: string; number: number } | null
    filter: BoardFilter | null
  }): Promise<{ seq: number; cards: Card[]; complete: boolean }>
  fetchCards(ids: Id[]): Promise<{ seq: number; cards: Card[] }>
  fetchFilteredBoard(filter: BoardFilter): Promise<FilteredBoard>
  fetchSwimlanes(groupBy: SwimlaneGrouping, filter: BoardFilter | null): Promise<SwimlanesData>
  fetchBacklog(filter: BoardFilter | null): Promise<BacklogData>
  fetchSectionPage(ask: {
    section: BacklogSectionId
    after: { rank: string; number: number } | null
    filter: BoardFilter | null
  }): Promise<BacklogSectionPage>
  fetchPeople(ids: Id[]): Promise<Person[]>
  /** Null: there is no such task here. */
  fetchTask(id: Id): Promise<TaskDetails | null>
}

/** The server as a project's replica sees it, over tRPC. */
export function createProjectApi(client: ApiClient, projectId: Id): ProjectApi {
  return {
    fetchEvents: (seq) =>
      client.events.since.query({ projectId, seq }, withTimeout()) as Promise<EventPage>,
    fetchBoard: () => client.board.get.query({ projectId }, withTimeout()) as Promise<BoardData>,
    fetchColumnPage: (ask) => client.board.columnPage.query({ projectId, ...ask }, withTimeout()),
    fetchCards: (ids) => client.board.cards.query({ projectId, ids }, withTimeout()),
    fetchFilteredBoard: (filter) =>
      client.board.filteredBoard.query({ projectId, filter }, withTimeout()),
    fetchSwimlanes: (groupBy, filter) =>
      client.board.swimlanes.query({ projectId, groupBy, filter }, withTimeout()),
    fetchBacklog: (filter) => client.backlog.get.query({ projectId, filter }, withTimeout()),
    fetchSectionPage: (ask) => client.backlog.section.query({ projectId, ...ask }, withTimeout()),
    fetchPeople: (ids) => client.board.people.query({ projectId, ids }, withTimeout()),
    fetchTask: (taskId) => client.board.task.query({ projectId, taskId }, withTimeout()),
  }
}
