import type { EventOf, StoredEvent } from '../events'
import type { Id } from '../kernel/primitives'
import { isDone } from '../sprint/complete'
import { ensureNoneRunning, toCommittedTask } from '../sprint/guards'
import { findSprint, type Sprint } from '../sprint/sprint'
import type { Task } from '../task/task'
import type { WorkingState } from '../workingState'
import { blockedByRepetition } from './laterEvents'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import type { UndoContext } from './undoReads'

/** Undoes the completion of a sprint: reopens it. Returns the blocker, if any. */
export function invertSprintCompleted(
  event: EventOf<'sprint.completed'>,
  sprint: Sprint,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  if (sprint.state !== 'closed') return null
  const blocker = blockedReopening(event, sprint, workingState, context)
  if (blocker) return blocker
  workingState.recordProjectEvent({
    type: 'sprint.reopened',
    data: { sprintId: sprint.id, sprint },
  })
  return null
}

/**
 * Returns whether the same undo will reopen a closed sprint, so that the tasks that its completion
 * moved out can return to it. Their moves are undone first, because events are undone backwards.
 */
export function willBeReopened(
  sprint: Sprint,
  workingState: WorkingState,
  context: UndoContext,
): boolean {
  const completed = context.reads.undoneEvents.find(
    (each): each is EventOf<'sprint.completed'> =>
      each.type === 'sprint.completed' && each.data.sprintId === sprint.id,
  )
  return completed !== undefined && !blockedReopening(completed, sprint, workingState, context)
}

function blockedReopening(
  event: EventOf<'sprint.completed'>,
  sprint: Sprint,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const repeated = blockedByRepetition(event, `${sprint.name} has been completed`, context)
  if (repeated) return repeated
  const rejection = ensureNoneRunning(workingState.project)?.rejection
  return rejection ? createBlocker(event, rejection.message) : null
}

/**
 * Undoes the reopening of a sprint: completes it again. The tasks that the same command moved into
 * it leave it right after this event. Other unfinished tasks that were changed or planned since
 * block it, because only a person can decide where they go.
 */
export function invertSprintReopened(
  event: EventOf<'sprint.reopened'>,
  sprint: Sprint,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  if (sprint.state !== 'active') return null
  const { project } = workingState
  const tasks = context.reads.sprintTasks
    .map((task) => workingState.tasks.get(task.id) ?? task)
    .filter((task) => task.sprintId === sprint.id && !task.archivedAt)
  const destinations = destinationsOf(sprint.id, context.reads.undoneEvents)
  const isLeaving = (task: Task) => destinations.has(task.id)
  const leaving = tasks.filter(isLeaving)
  const staying = tasks.filter((task) => !isLeaving(task))
  if (staying.some((task) => !isDone(task, project) && task.updatedAt > event.at)) {
    return createBlocker(
      event,
      `${sprint.name} has unfinished tasks. Complete it, and choose where they go.`,
    )
  }
  const notDone = leaving.map((task) => ({
    ...toCommittedTask(task),
    to: destinations.get(task.id) ?? null,
  }))
  if (notDone.some(({ to }) => to !== null && !isOpen(to, workingState))) {
    return createBlocker(
      event,
      `A sprint that the unfinished tasks of ${sprint.name} would move to is completed or deleted. Complete ${sprint.name}, and choose where they go.`,
    )
  }
  workingState.recordProjectEvent({
    type: 'sprint.completed',
    data: { sprintId: sprint.id, done: staying.map(toCommittedTask), notDone },
  })
  return null
}

/** Returns where the tasks go that a command moved into a sprint, when that is undone. */
function destinationsOf(sprintId: Id, undone: readonly StoredEvent[]): Map<Id, Id | null> {
  const destinations = new Map<Id, Id | null>()
  for (const { type, taskId, data } of undone) {
    if (type === 'task.planned' && data.to === sprintId && data.from !== sprintId) {
      destinations.set(taskId, data.from)
    }
  }
  return destinations
}

function isOpen(sprintId: Id, { project }: WorkingState): boolean {
  const sprint = findSprint(project.sprints, sprintId)
  return sprint !== undefined && sprint.state !== 'closed'
}
