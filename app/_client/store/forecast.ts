import type { Command } from '@/domain/commands'
import { decide } from '@/domain/decide'
import type { Decision, Facts, State } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import { seenAt, seenBy } from '@/domain/seen'
import type { Seen } from '@/domain/sprint/commands'
import type { Task } from '@/domain/task/task'
import { carriersOf } from '@/domain/undo/carriers'
import type { Id, StatusId } from '@/domain/words'
import type { Board } from './board'
import type { Pending, Surroundings } from './pending'
import { lastOfAll, ranksAround } from './place'
import { planRanksAround } from './plan/place'

/**
 * What a command comes to on this board, as far as the replica can tell. It is only ever a
 * forecast: the server decides.
 */
export function forecast(board: Board, pending: Pending, around: Surroundings): Decision {
  const { command } = pending.envelope
  const state =
    command.type === 'command.undo'
      ? stateOfUndo(board, command.undoes, around)
      : stateFor(board, command)
  return decide(command, state, factsFor(board, pending, state, around))
}

function stateFor(board: Board, command: Command): State {
  const conflict =
    command.type === 'conflict.resolve'
      ? board.conflicts.find((each) => each.id === command.conflictId)
      : undefined
  const about = conflict ? conflict.command : command
  const taskId = 'taskId' in about ? about.taskId : null
  const commentId = 'commentId' in about ? about.commentId : null
  const worklogId = 'worklogId' in about ? about.worklogId : null
  return {
    project: board.project,
    // A card lacks only its description, and nothing but an edit of that looks at it.
    task: taskId ? (board.cards.get(taskId) as Task | undefined) : undefined,
    comment: taskId
      ? board.comments.get(taskId)?.find((comment) => comment.id === commentId)
      : undefined,
    worklog: taskId
      ? board.worklogs.get(taskId)?.find((worklog) => worklog.id === worklogId)
      : undefined,
    tasks: 'tasks' in about ? knownTasks(board, seenBy(about)) : undefined,
    sprintTasks: 'sprintId' in about ? tasksOfSprint(board, about.sprintId) : undefined,
    conflict,
    column: about.type === 'status.remove' ? loadedColumn(board, about.statusId) : undefined,
    columns:
      about.type === 'workflow.change'
        ? new Map(Object.keys(about.orphans).map((id) => [id, loadedColumn(board, id)]))
        : undefined,
  }
}

/** What the replica knows of a command that is taken back; it may well be nothing. */
function stateOfUndo(board: Board, undoes: Id, { of }: Surroundings): State {
  const undone = [...of(undoes)]
  const named = undone.flatMap(({ taskId }) => (taskId ? [{ taskId }] : []))
  const under = named.map(({ taskId }) => taskId)
  const comments = under.flatMap((id) => board.comments.get(id) ?? [])
  const worklogs = under.flatMap((id) => board.worklogs.get(id) ?? [])
  const made = undone.find((event) => event.type === 'sprint.created')
  return {
    project: board.project,
    undone,
    tasks: knownTasks(board, named),
    comments: new Map(comments.map((each) => [each.id, each])),
    worklogs: new Map(worklogs.map((each) => [each.id, each])),
    sprintTasks: made && tasksOfSprint(board, made.data.sprintId),
    tagged: carriersOf(undone, [...board.cards.values()] as Task[]),
  }
}

function knownTasks(board: Board, seen: { taskId: Id }[]): ReadonlyMap<Id, Task> {
  return new Map(
    seen.flatMap(({ taskId }) => {
      const card = board.cards.get(taskId)
      return card ? [[taskId, card as Task] as const] : []
    }),
  )
}

/** What is known of a sprint, in planning order: not always all of it. */
function tasksOfSprint(board: Board, sprintId: Id | null): Task[] {
  if (!sprintId) return []
  const all = [...board.cards.values()].filter((card) => card.sprintId === sprintId) as Task[]
  return all.sort((a, b) => (a.planRank < b.planRank ? -1 : 1))
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
  const aim = aimOf(about, state)
  const missedOf = new Map(
    'tasks' in about ? asSeen(about, command).map((seen) => [seen.taskId, missedBy(seen)]) : [],
  )
  for (const [taskId, later] of laterThan(state.undone ?? [], around)) missedOf.set(taskId, later)
  function missedBy({ taskId, baseVersion }: Seen) {
    return around.missed(taskId, baseVersion)
  }
  return {
    at: pending.at,
    actor: around.me,
    workspaceId: around.workspaceId,
    commandId,
    clientId,
    madeAt: pending.at,
    missed:
      'tasks' in about
        ? [...missedOf.values()].flat()
        : 'baseVersion' in command
          ? around.missed(taskId, command.baseVersion)
          : [],
    missedOf,
    between:
      about.type === 'task.plan'
        ? planRanksAround(board, about)
        : about.type === 'workflow.change'
          ? { lower: lastOfAll(board), upper: null }
          : ranksAround(board, aim ?? '', place, taskId ?? ''),
    // Whom the replica has not heard of may well exist: the server knows.
    isPerson: () => true,
    kin: {
      of: (id) => board.cards.get(id),
      childrenOf: (id) => [...board.cards.values()].filter((card) => card.parentId === id),
    },
  }
}

/** The column that a command puts tasks into. */
function aimOf(about: Command, { task }: State): StatusId | undefined {
  if (about.type === 'status.remove') return about.moveTo
  if (about.type === 'task.bulk') return about.change.statusId
  return 'statusId' in about ? about.statusId : task?.statusId
}

/** What other commands did to the things that some events are about. */
function laterThan(undone: LoggedEvent[], around: Surroundings): [Id, LoggedEvent[]][] {
  return undone.map(({ taskId, version, commandId }) => [
    taskId ?? '',
    around.missed(taskId, version ?? 0).filter((each) => each.commandId !== commandId),
  ])
}

/** The tasks of a lost command as whoever decides about it has seen them. */
function asSeen(about: Command, command: Command): Seen[] {
  const again =
    about !== command && 'baseVersion' in command ? seenAt(about, command.baseVersion) : about
  return seenBy(again)
}
