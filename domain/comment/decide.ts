import type { CommandOf } from '../commands'
import { detectTextConflict, raiseConflict } from '../conflict/detectConflict'
import { commentFieldKey } from '../conflict/fieldChanges'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  isOwnEvent,
  noChange,
  reject,
} from '../decision'
import type { Id } from '../kernel/primitives'
import { ensureEditable, nextVersion } from '../task/guards'

const commentNotFound = () => reject('not-found', 'There is no such comment.', 'commentId')
const textRequired = () => reject('invalid', 'A comment needs some text.', 'body')

/** Adds a comment; comments never clash. */
export function addComment(
  command: CommandOf<'comment.add'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, state, context)
  if (failure || !state.task) return failure ?? noChange
  if (state.comment) return reject('id-taken', 'Another comment has this id.', 'commentId')
  if (!command.body.trim()) return textRequired()
  const data = { commentId: command.commentId, body: command.body }
  const { task } = state
  return accept(
    [{ type: 'comment.added', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

/** Rewrites one's own comment; its author's other window may have done so too. */
export function editComment(
  command: CommandOf<'comment.edit'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, state, context) ?? ensureAuthor(state, context)
  if (failure || !state.task || !state.comment) return failure ?? noChange
  const { task, comment } = state
  if (comment.deletedAt) {
    return wasDeletedConcurrently(command.commentId, context)
      ? raiseConflict(command, 'deleted', [], state, context)
      : commentNotFound()
  }
  if (!command.body.trim()) return textRequired()
  const verdict = detectTextConflict(
    commentFieldKey(command.commentId),
    comment.body,
    command.body,
    context,
  )
  if (verdict === 'same') return noChange
  if ('conflict' in verdict)
    return raiseConflict(command, 'changed', [verdict.conflict], state, context)
  const data = { commentId: command.commentId, from: comment.body, to: String(verdict.value) }
  return accept(
    [{ type: 'comment.edited', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

/** Takes back one's own comment; its text leaves the screens, not the log. */
export function deleteComment(
  command: CommandOf<'comment.delete'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, state, context) ?? ensureAuthor(state, context)
  if (failure || !state.task || !state.comment) return failure ?? noChange
  if (state.comment.deletedAt) return noChange
  const { task, comment } = state
  const data = { commentId: command.commentId, body: comment.body }
  return accept(
    [{ type: 'comment.deleted', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

function wasDeletedConcurrently(id: Id, context: DecisionContext): boolean {
  return context.concurrentEvents.some(
    (e) => e.type === 'comment.deleted' && e.data.commentId === id && !isOwnEvent(e, context),
  )
}

function ensureAuthor({ comment, task }: DecisionState, context: DecisionContext): Decision | null {
  if (!comment || comment.taskId !== task?.id) return commentNotFound()
  if (comment.author === context.actor.id) return null
  return reject('forbidden', 'Only its author may change a comment.', 'commentId')
}
