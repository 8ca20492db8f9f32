import type { EventPage, ProjectApi } from '@/app/_replica/store/types'
import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import type { BoardData } from '@/domain/views/board'
import { type ApiClient, procedureByPath } from './apiClient'

/** After this long without an answer the server counts as away. */
const REQUEST_TIMEOUT_MS = 20_000

/** The server as a project's replica sees it, over tRPC. */
export function createProjectApi(client: ApiClient, projectId: Id): ProjectApi {
  const withTimeout = () => ({ signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) })
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
    // A command's type is the path of its mutation.
    execute: ({ command: { type, ...fields }, ...envelope }: CommandEnvelope) =>
      procedureByPath(client, type).mutate(
        { ...fields, ...envelope },
        withTimeout(),
      ) as Promise<CommandResult>,
  }
}
