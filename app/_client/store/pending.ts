import type { Answer } from '@/domain/answer'
import type { Command, Envelope } from '@/domain/commands'
import { decide } from '@/domain/decide'
import type { Decision, Facts, State } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import { logged } from '@/domain/logged'
import type { Task } from '@/domain/task/task'
import type { Id, StatusId } from '@/domain/words'
import type { Board } from './board'
import { ranksAround } from './place'
import type { Me } from './types'

/** A command that was made here and is not part of the confirmed state yet. */
export interface Pending {
  envelope: Envelope
  /** When it was made. */
  at: string
  /** Set once the server has answered, until the answer's events have come in order. */
  answer: Answer | null
}

/** What deciding here needs besides the board. */
export interface Surroundings {
  me: Me
  workspaceId: Id
  /** The newest events on each task (null: on the project), for what a command has missed. */
  missed: (taskId: Id | null, after: number) => LoggedEvent[]
}

/**
 * What a command comes to on this board, as far as the replica can tell. It is only ever a
 * forecast: the server decides.
 */
export function forecast(board: Board, pending: Pending, around: Surroundings): Decision {
  const { command } = pending.envelope
  const state = stateFor(board, command)
  return decide(command, state, factsFor(board, pending, state, around))
}

/** The events that put a command on screen: the server's own once it has answered. */
export function eventsOf(board: Board, pending: Pending, around: Surroundings): LoggedEvent[] {
  if (pending.answer) return pending.answer.events.filter((event) => event.seq > board.seq)
  const { envelope, at } = pending
  const entry = { ...envelope, actor: around.me, at, seq: board.seq }
  return forecast(board, pending, around).events.flatMap((event) =>
    event.type === 'conflict.found' ? [] : [logged(event, entry)],
  )
}

function stateFor(board: Board, command: Command): State {
  const conflict =
    command.type === 'conflict.resolve'
      ? board.conflicts.find((each) => each.id === command.conflictId)
      : undefined
  const about = conflict ? conflict.command : command
  const taskId = 'taskId' in about ? about.taskId : null
  const commentId = 'commentId' in about ? about.commentId : null
  return {
    project: board.project,
    // A card lacks only its description, and nothing but an edit of that looks at it.
    task: taskId ? (board.cards.get(taskId) as Task | undefined) : undefined,
    comment: taskId
      ? board.comments.get(taskId)?.find((comment) => comment.id === commentId)
      : undefined,
    conflict,
    column: about.type === 'status.remove' ? loadedColumn(board, about.statusId) : undefined,
  }
}

function loadedColumn(board: Board, statusId: StatusId): Task[] {
  const ids = board.windows.get(statusId)?.ids ?? []
  return ids.flatMap((id) => (board.cards.get(id) as Task | undefined) ?? [])
}

function factsFor(board: Board, pending: Pending, state: State, around: Surroundings): Facts {
  const { commandId, clientId, command } = pending.envelope
  const about = state.conflict ? state.conflict.command : command
  const taskId = 'taskId' in about ? about.taskId : null
  const place = 'place' in about ? (about.place ?? {}) : {}
  const aim =
    about.type === 'status.remove'
      ? about.moveTo
      : 'statusId' in about
        ? about.statusId
        : state.task?.statusId
  return {
    at: pending.at,
    actor: around.me,
    workspaceId: around.workspaceId,
    commandId,
    clientId,
    madeAt: pending.at,
    missed: 'baseVersion' in command ? around.missed(taskId, command.baseVersion) : [],
    between: ranksAround(board, aim ?? '', place, taskId ?? ''),
    // Whom the replica has not heard of may well exist: the server knows.
    isPerson: () => true,
  }
}
