import { commentFieldKey } from '../conflict/fieldChanges'
import type { CommentEvent, EventOf, StoredEvent, TaskEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import type { StatusId } from '../kernel/primitives'
import { findStatus } from '../project/project'
import { findSprint } from '../sprint/sprint'
import { ensureWipLimit, reasonNotPlannable } from '../task/guards'
import type { Task } from '../task/task'
import type { WorkingState } from '../workingState'
import { blockedBySet, invertFieldChanges, invertTaskEdited } from './invertFieldChanges'
import { willBeReopened } from './invertSprintCompletion'
import { invertWorklogEvent } from './invertWorklogEvent'
import { blockedByLaterChange, blockedByRepetition, laterEvents, latestEvent } from './laterEvents'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import type { UndoContext } from './undoReads'

/**
 * Undoes one event of a task. Returns the blocker, if any.
 * @param isSideEffect true when the event only followed the removal or restoration of a component
 * or version
 */
export function invertTaskEvent(
  event: TaskEvent,
  workingState: WorkingState,
  context: UndoContext,
  isSideEffect = false,
): PossibleBlocker {
  const task = workingState.tasks.get(event.taskId)
  if (!task) return createBlocker(event, 'The task no longer exists.')
  // The removal and restoration of components and versions also changes archived tasks.
  const worksOnArchived =
    event.type === 'task.archived' || (isSideEffect && event.type === 'task.edited')
  if (task.archivedAt && !worksOnArchived) {
    if (event.type === 'task.created' || event.type === 'task.restored') return null
    return createBlocker(
      event,
      'The task is archived. Restore it first.',
      null,
      latestEvent(event, context),
    )
  }
  switch (event.type) {
    case 'task.created':
    case 'task.restored':
      return invertCreatedOrRestored(event, task, workingState, context)
    case 'task.edited':
      return invertTaskEdited(event, task, workingState, context, isSideEffect)
    case 'task.moved':
      return invertTaskMoved(event, task, workingState, context)
    case 'task.planned':
      return invertTaskPlanned(event, task, workingState, context)
    case 'task.archived':
      if (task.movedTo) return createBlocker(event, 'It was moved to another project.')
      return task.archivedAt ? invertTaskArchived(event, task, workingState, context) : null
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
      return invertWorklogEvent(event, task, workingState, context)
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
    case 'comment.restored':
      return invertCommentEvent(event, task, workingState, context)
    default:
      return assertNever(event, createBlocker(event, 'This cannot be undone.'))
  }
}

/** Undoes the creation or the restoration of a task: archives it. */
function invertCreatedOrRestored(
  event: StoredEvent,
  task: Task,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const others = laterEvents(event, context).filter((each) => each.actor !== event.actor)
  const last = others.at(-1)
  if (last) return createBlocker(event, 'Others have worked on this task since.', null, last)
  workingState.recordTaskEvent(task, { type: 'task.archived', data: { statusId: task.statusId } })
  return null
}

function invertTaskMoved(
  event: EventOf<'task.moved'>,
  task: Task,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { from, to, fromRank, rank: toRank } = event.data
  const rank = context.reads.previousRanks.get(task.id)?.rank ?? fromRank
  if (task.statusId === from && from !== to) return null
  if (task.statusId !== to) return blockedByLaterChange(event, 'status', context)
  // The event only reordered the task, and a later move determines its position.
  if (from === to && task.rank !== toRank) return blockedByLaterChange(event, 'rank', context)
  const blocker = from === to ? null : blockedByStatus(event, from, workingState)
  if (blocker) return blocker
  // The fields that the transition set are restored too, unless they were changed later.
  const { data: fields, blockedSet } = invertFieldChanges(event.data, task, workingState, context)
  const data = { from: to, to: from, fromRank: task.rank, rank, ...fields }
  workingState.recordTaskEvent(task, { type: 'task.moved', data })
  return blockedBySet(event, blockedSet)
}

function invertTaskPlanned(
  event: EventOf<'task.planned'>,
  task: Task,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { from, to, fromRank, rank: toRank } = event.data
  if (task.sprintId === from && from !== to) return null
  if (task.sprintId !== to) return blockedByLaterChange(event, 'sprint', context)
  if (from === to && task.backlogRank !== toRank)
    return blockedByLaterChange(event, 'backlogRank', context)
  const sprint = findSprint(workingState.project.sprints, from)
  const isOpen =
    sprint && (sprint.state !== 'closed' || willBeReopened(sprint, workingState, context))
  if (from && !isOpen) {
    return createBlocker(event, 'The sprint it came from takes no more tasks.', 'sprint')
  }
  const unplannable = from ? reasonNotPlannable(task.type) : null
  if (unplannable) return createBlocker(event, unplannable, 'sprint')
  const rank = context.reads.previousRanks.get(task.id)?.backlogRank ?? fromRank
  const data = { from: to, to: from, fromRank: task.backlogRank, rank }
  workingState.recordTaskEvent(task, { type: 'task.planned', data })
  return null
}

function invertTaskArchived(
  event: EventOf<'task.archived'>,
  task: Task,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const repeated = blockedByRepetition(event, 'The task has been archived', context)
  if (repeated) return repeated
  const blocker = blockedByStatus(event, task.statusId, workingState)
  if (blocker || !task.archivedAt) return blocker
  const { statusId, archivedAt } = task
  const rank = context.reads.previousRanks.get(task.id)?.rank ?? task.rank
  workingState.recordTaskEvent(task, {
    type: 'task.restored',
    data: { from: statusId, statusId, rank, archivedAt },
  })
  return null
}

function invertCommentEvent(
  event: CommentEvent,
  task: Task,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { commentId } = event.data
  const comment = workingState.comments.get(commentId)
  if (!comment || comment.author !== context.actor.id) {
    return createBlocker(event, 'Only its author may change a comment.')
  }
  if (event.type === 'comment.deleted') {
    const { body } = event.data
    if (!comment.deletedAt) return null
    if (body === undefined) return createBlocker(event, 'The text of this comment was not kept.')
    workingState.recordTaskEvent(task, { type: 'comment.restored', data: { commentId, body } })
    return null
  }
  if (comment.deletedAt) {
    const isAlreadyUndone = event.type !== 'comment.edited'
    return isAlreadyUndone ? null : blockedByLaterChange(event, commentFieldKey(commentId), context)
  }
  if (event.type !== 'comment.edited') {
    workingState.recordTaskEvent(task, {
      type: 'comment.deleted',
      data: { commentId, body: comment.body },
    })
    return null
  }
  const { from, to } = event.data
  if (comment.body === from) return null
  if (comment.body !== to) return blockedByLaterChange(event, commentFieldKey(commentId), context)
  workingState.recordTaskEvent(task, {
    type: 'comment.edited',
    data: { commentId, from: to, to: from },
  })
  return null
}

function blockedByStatus(
  event: StoredEvent,
  id: StatusId,
  workingState: WorkingState,
): PossibleBlocker {
  const status = findStatus(workingState.project, id)
  if (!status) return createBlocker(event, 'The column it came from has been removed.', 'status')
  const failure = ensureWipLimit(status)
  return (
    failure &&
    createBlocker(event, failure.rejection?.message ?? `${status.name} is full.`, 'status')
  )
}
