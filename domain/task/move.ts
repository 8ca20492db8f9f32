import type { CommandOf } from '../commands'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { concurrentChangeOf } from '../conflict/fieldChanges'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import { type RankRange, rankBetween } from '../kernel/rank'
import type { Reads } from '../reads'
import { applyPostFunctions } from '../workflow/applyPostFunctions'
import { checkTransition } from '../workflow/checkTransition'
import { evaluatePatch, type PatchResult, patchReads, taskEditedEvent } from './edit'
import type { TaskEvents } from './events'
import { ensureEditable, ensureWipLimit, nextVersion, requireStatus } from './guards'
import { evaluateParent } from './setParent'
import type { Task } from './task'
import { taskAfter } from './taskAfter'

type MoveReads = Reads<'project' | 'task' | 'isMember' | 'hierarchy' | 'rankRange'>

type Move = CommandOf<'task.move'>

/**
 * Moves a task to a position in a column. Concurrent reorders both apply. Moves to different
 * columns conflict. A reorder in a column that the task has left has no effect. The other fields of
 * the command are merged as in an edit.
 */
export function moveTask(command: Move, reads: MoveReads, context: DecisionContext): Decision {
  const failure = ensureEditable(command, reads, context)
  if (failure || !reads.task) return failure ?? noChange
  const { task } = reads
  const lookup = requireStatus(command, command.statusId, reads, context)
  if ('failure' in lookup) return lookup.failure
  const patch = evaluateMovePatch(command, task, reads, context)
  if (patch.rejection) return patch.rejection
  const missed = concurrentChangeOf('status', context)
  const wasMovedConcurrently = missed !== null && missed.base !== task.statusId
  if (command.statusId === task.statusId) {
    const stays = wasMovedConcurrently || isAtPosition(task, reads.rankRange)
    return decideMove(command, patch, stays ? null : {}, reads, context)
  }
  if (wasMovedConcurrently && missed.base === command.statusId)
    return decideMove(command, patch, null, reads, context)
  const verdict = detectScalarConflict('status', task.statusId, command.statusId, context)
  const fields = verdict !== 'same' && 'conflict' in verdict ? [verdict.conflict] : []
  const conflictFields = [...fields, ...patch.conflictFields]
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, reads, context)
  const transition = checkMoveTransition(command, patch, reads, context)
  return 'failure' in transition
    ? transition.failure
    : (ensureWipLimit(lookup.status) ?? decideMove(command, patch, transition, reads, context))
}

/** Merges the fields and the parent that a move changes. */
function evaluateMovePatch(
  command: Move,
  task: Task,
  reads: MoveReads,
  context: DecisionContext,
): PatchResult {
  const fields = evaluatePatch(command, task, reads, context)
  if (command.parentId === undefined) return fields
  const parent = evaluateParent(command.parentId, task, reads, context)
  const set = { ...fields.data?.set, ...parent.data?.set }
  return {
    rejection: fields.rejection ?? parent.rejection,
    conflictFields: [...fields.conflictFields, ...parent.conflictFields],
    data: parent.data ? { ...fields.data, set } : fields.data,
  }
}

type PostFunctionChanges = Pick<TaskEvents['task.moved'], 'set' | 'sets'>

/** Returns the changes of the transition's post-functions, or why it cannot be taken. */
function checkMoveTransition(
  command: Move,
  fill: PatchResult,
  reads: MoveReads,
  context: DecisionContext,
): PostFunctionChanges | { failure: Decision } {
  const { task, project } = reads
  if (!task) return {}
  const filled = applyFields(task, fill, context)
  const { rejection, missingFields, postFunctions } = checkTransition(
    project,
    task,
    command.statusId,
    context.actor,
    filled,
  )
  if (rejection === null) return applyPostFunctions(postFunctions, filled, context.actor.id)
  const from = project.statuses.find((status) => status.id === task.statusId)
  // A command issued in the same millisecond cannot have seen the change.
  const isChangedSinceIssued =
    from?.transitionsChangedAt && from.transitionsChangedAt >= context.issuedAt
  const failure = isChangedSinceIssued
    ? raiseConflict(command, 'transition', [], reads, context)
    : reject('transition', rejection, missingFields[0] ?? 'statusId')
  return { failure }
}

/** Returns whether the task is already at the target position. */
function isAtPosition(task: Task, { lower, upper }: RankRange): boolean {
  return (lower === null || lower < task.rank) && (upper === null || task.rank < upper)
}

/**
 * Returns the decision: first the edited fields, then the step, which is null when the task stays
 * in place.
 */
function decideMove(
  command: Move,
  fill: PatchResult,
  step: PostFunctionChanges | null,
  reads: MoveReads,
  context: DecisionContext,
): Decision {
  const { task } = reads
  if (fill.conflictFields.length > 0)
    return raiseConflict(command, 'changed', fill.conflictFields, reads, context)
  if (!task) return noChange
  const events: NewEvent[] = fill.data ? [taskEditedEvent(task, fill.data)] : []
  if (step) {
    const { statusId, rank: fromRank } = task
    const rank = rankBetween(reads.rankRange)
    const data = { from: statusId, to: command.statusId, fromRank, rank, ...step }
    const version = nextVersion(applyFields(task, fill, context))
    events.push({ type: 'task.moved', taskId: task.id, version, data })
  }
  return events.length > 0 ? accept(events, context) : noChange
}

/** Returns the task with the fields that the move sets. */
function applyFields(task: Task, { data }: PatchResult, context: DecisionContext): Task {
  return (data && taskAfter(task, taskEditedEvent(task, data), context)) ?? task
}

export const moveTaskCommand = defineCommand({
  type: 'task.move',
  role: 'member',
  ...aboutTask,
  readSet: ({ taskId, statusId, position, parentId, ...patch }) => {
    const reads = patchReads(taskId, patch)
    const { ancestorsOf, childrenOf } = reads.hierarchy
    return {
      ...reads,
      hierarchy: { ancestorsOf: parentId ? [...ancestorsOf, parentId] : ancestorsOf, childrenOf },
      rankRange: { taskIds: [taskId], statusId, position },
    }
  },
  decide: moveTask,
})
