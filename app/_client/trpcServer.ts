import type { Answer } from '@/domain/answer'
import type { BoardData } from '@/domain/board'
import type { Envelope } from '@/domain/commands'
import type { Id } from '@/domain/words'
import { type Procedures, procedureAt } from './requests'
import type { EventPage, Server } from './store/types'

/** After this long without an answer the server counts as away. */
const PATIENCE_MS = 20_000

/** The server as a project's replica sees it, over tRPC. */
export function trpcServer(client: Procedures, projectId: Id): Server {
  const patience = () => ({ signal: AbortSignal.timeout(PATIENCE_MS) })
  return {
    since: (seq) => client.events.since.query({ projectId, seq }, patience()) as Promise<EventPage>,
    board: () => client.board.open.query({ projectId }, patience()) as Promise<BoardData>,
    column: (ask) => client.board.column.query({ projectId, ...ask }, patience()),
    cards: (ids) => client.board.cards.query({ projectId, ids }, patience()),
    filtered: (filter) => client.board.filtered.query({ projectId, filter }, patience()),
    lanes: (by, filter) => client.board.lanes.query({ projectId, by, filter }, patience()),
    backlog: (filter) => client.backlog.open.query({ projectId, filter }, patience()),
    section: (ask) => client.backlog.section.query({ projectId, ...ask }, patience()),
    people: (ids) => client.board.people.query({ projectId, ids }, patience()),
    task: (taskId) => client.board.task.query({ projectId, taskId }, patience()),
    // A command's type is the path of its mutation.
    execute: ({ command: { type, ...fields }, ...envelope }: Envelope) =>
      procedureAt(client, type).mutate({ ...fields, ...envelope }, patience()) as Promise<Answer>,
  }
}
