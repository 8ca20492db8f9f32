import type { Command } from '@/domain/commands'
import { decide } from '@/domain/decide'
import type { Decision, DecisionContext, DecisionState } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { TaskRef } from '@/domain/sprint/commands'
import type { Task } from '@/domain/task/task'
import { rebaseOn, taskRefsOf } from '@/domain/taskRefs'
import { affectedTasksOf } from '@/domain/undo/affectedTasks'
import { backlogNeighbourRanks } from './backlog/backlogNeighbourRanks'
import { lastRankInProject, neighbourRanks } from './neighbourRanks'
import type { PendingCommand, PredictionDependencies } from './pendingCommand'
import type { ReplicaState } from './replicaState'

/**
 * What a command comes to on this board, as far as the replica can tell. It is only ever a
 * forecast: the server decides.
 */
export function predict(
  board: ReplicaState,
  pending: PendingCommand,
  dependencies: PredictionDependencies,
): Decision {
  const { command } = pending.envelope
  const state =
    command.type === 'command.undo'
      ? stateForUndo(board, command.undoneCommandId, dependencies)
      : stateForCommand(board, command)
  return decide(command, state, decisionContextFor(board, pending, state, dependencies))
}

function stateForCommand(board: ReplicaState, command: Command): DecisionState {
  const conflict =
    command.type === 'conflict.resolve'
      ? board.conflicts.find((each) => each.id === command.conflictId)
      : undefined
  const effectiveCommand = conflict ? conflict.command : command
  const taskId = 'taskId' in effectiveCommand ? effectiveCommand.taskId : null
  const commentId = 'commentId' in effectiveCommand ? effectiveCommand.commentId : null
  const worklogId = 'worklogId' in effectiveCommand ? effectiveCommand.worklogId : null
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
    tasks:
      'tasks' in effectiveCommand ? loadedTasks(board, taskRefsOf(effectiveCommand)) : undefined,
    sprintTasks:
      'sprintId' in effectiveCommand
        ? loadedSprintTasks(board, effectiveCommand.sprintId)
        : undefined,
    conflict,
    statusTasks:
      effectiveCommand.type === 'status.remove'
        ? loadedColumnTasks(board, effectiveCommand.statusId)
        : undefined,
    tasksByStatus:
      effectiveCommand.type === 'workflow.change'
        ? new Map(
            Object.keys(effectiveCommand.reassignments).map((id) => [
              id,
              loadedColumnTasks(board, id),
            ]),
          )
        : undefined,
  }
}

/** What the replica knows of a command that is taken back; it may well be nothing. */
function stateForUndo(
  board: ReplicaState,
  undoneCommandId: Id,
  { eventsOfCommand }: PredictionDependencies,
): DecisionState {
  const undoneEvents = [...eventsOfCommand(undoneCommandId)]
  const taskRefs = undoneEvents.flatMap(({ taskId }) => (taskId ? [{ taskId }] : []))
  const taskIds = taskRefs.map(({ taskId }) => taskId)
  const comments = taskIds.flatMap((id) => board.comments.get(id) ?? [])
  const worklogs = taskIds.flatMap((id) => board.worklogs.get(id) ?? [])
  const sprintCreated = undoneEvents.find((event) => event.type === 'sprint.created')
  return {
    project: board.project,
    undoneEvents,
    tasks: loadedTasks(board, taskRefs),
    comments: new Map(comments.map((each) => [each.id, each])),
    worklogs: new Map(worklogs.map((each) => [each.id, each])),
    sprintTasks: sprintCreated && loadedSprintTasks(board, sprintCreated.data.sprintId),
    affectedTasks: affectedTasksOf(undoneEvents, [...board.cards.values()] as Task[]),
  }
}

function loadedTasks(board: ReplicaState, taskRefs: { taskId: Id }[]): ReadonlyMap<Id, Task> {
  return new Map(
    taskRefs.flatMap(({ taskId }) => {
      const card = board.cards.get(taskId)
      return card ? [[taskId, card as Task] as const] : []
    }),
  )
}

/** What is known of a sprint, in planning order: not always all of it. */
function loadedSprintTasks(board: ReplicaState, sprintId: Id | null): Task[] {
  if (!sprintId) return []
  const all = [...board.cards.values()].filter((card) => card.sprintId === sprintId) as Task[]
  return all.sort((a, b) => (a.backlogRank < b.backlogRank ? -1 : 1))
}

function loadedColumnTasks(board: ReplicaState, statusId: StatusId): Task[] {
  const ids = board.columns.get(statusId)?.ids ?? []
  return ids.flatMap((id) => (board.cards.get(id) as Task | undefined) ?? [])
}

function decisionContextFor(
  board: ReplicaState,
  pending: PendingCommand,
  state: DecisionState,
  dependencies: PredictionDependencies,
): DecisionContext {
  const { commandId, clientId, command } = pending.envelope
  const effectiveCommand = state.conflict ? state.conflict.command : command
  const taskId = 'taskId' in effectiveCommand ? effectiveCommand.taskId : null
  const position = 'position' in effectiveCommand ? (effectiveCommand.position ?? {}) : {}
  const targetStatus = targetStatusOf(effectiveCommand, state)
  const concurrentByTask = new Map(
    'tasks' in effectiveCommand
      ? taskRefsFor(effectiveCommand, command).map((seen) => [seen.taskId, concurrentWith(seen)])
      : [],
  )
  for (const [taskId, laterEvents] of laterEventsByTask(state.undoneEvents ?? [], dependencies))
    concurrentByTask.set(taskId, laterEvents)
  function concurrentWith({ taskId, baseVersion }: TaskRef) {
    return dependencies.concurrentEvents(taskId, baseVersion)
  }
  return {
    at: pending.madeAt,
    actor: dependencies.me,
    workspaceId: dependencies.workspaceId,
    commandId,
    clientId,
    issuedAt: pending.madeAt,
    concurrentEvents:
      'tasks' in effectiveCommand
        ? [...concurrentByTask.values()].flat()
        : 'baseVersion' in command
          ? dependencies.concurrentEvents(taskId, command.baseVersion)
          : [],
    concurrentEventsByTask: concurrentByTask,
    rankRange:
      effectiveCommand.type === 'task.plan'
        ? backlogNeighbourRanks(board, effectiveCommand)
        : effectiveCommand.type === 'workflow.change'
          ? { lower: lastRankInProject(board), upper: null }
          : neighbourRanks(board, targetStatus ?? '', position, taskId ?? ''),
    // Whom the replica has not heard of may well exist: the server knows.
    isMember: () => true,
    hierarchy: {
      find: (id) => board.cards.get(id),
      childrenOf: (id) => [...board.cards.values()].filter((card) => card.parentId === id),
    },
  }
}

/** The column that a command puts tasks into. */
function targetStatusOf(effectiveCommand: Command, { task }: DecisionState): StatusId | undefined {
  if (effectiveCommand.type === 'status.remove') return effectiveCommand.moveTo
  if (effectiveCommand.type === 'task.bulk') return effectiveCommand.change.statusId
  return 'statusId' in effectiveCommand ? effectiveCommand.statusId : task?.statusId
}

/** What other commands did to the things that some events are about. */
function laterEventsByTask(
  undone: StoredEvent[],
  dependencies: PredictionDependencies,
): [Id, StoredEvent[]][] {
  return undone.map(({ taskId, version, commandId }) => [
    taskId ?? '',
    dependencies
      .concurrentEvents(taskId, version ?? 0)
      .filter((each) => each.commandId !== commandId),
  ])
}

/** The tasks of a lost command as whoever decides about it has seen them. */
function taskRefsFor(effectiveCommand: Command, command: Command): TaskRef[] {
  const rebased =
    effectiveCommand !== command && 'baseVersion' in command
      ? rebaseOn(effectiveCommand, command.baseVersion)
      : effectiveCommand
  return taskRefsOf(rebased)
}
