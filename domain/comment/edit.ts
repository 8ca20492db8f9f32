import type { CommandOf } from '../commands'
import { detectTextConflict, raiseConflict } from '../conflict/detectConflict'
import { commentFieldKey } from '../conflict/fieldChanges'
import { accept, type Decision, type DecisionContext, isOwnEvent, noChange } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import { type Id, LIMITS } from '../kernel/primitives'
import type { Reads } from '../reads'
import { ensureEditable, nextVersion } from '../task/guards'
import { commentNotFound, ensureAuthor, textRequired } from './guards'

/** Edits one's own comment. Its author may have edited it concurrently in another window. */
export function editComment(
  command: CommandOf<'comment.edit'>,
  reads: Reads<'task' | 'comment'>,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, reads, context) ?? ensureAuthor(reads, context)
  if (failure || !reads.task || !reads.comment) return failure ?? noChange
  const { task, comment } = reads
  if (comment.deletedAt) {
    return wasDeletedConcurrently(command.commentId, context)
      ? raiseConflict(command, 'deleted', [], reads, context)
      : commentNotFound()
  }
  if (!command.body.trim()) return textRequired()
  const verdict = detectTextConflict(
    commentFieldKey(command.commentId),
    comment.body,
    command.body,
    LIMITS.comment,
    context,
  )
  if (verdict === 'same') return noChange
  if ('conflict' in verdict)
    return raiseConflict(command, 'changed', [verdict.conflict], reads, context)
  const data = { commentId: command.commentId, from: comment.body, to: String(verdict.value) }
  return accept(
    [{ type: 'comment.edited', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

function wasDeletedConcurrently(id: Id, context: DecisionContext): boolean {
  return context.concurrentEvents.some(
    (e) => e.type === 'comment.deleted' && e.data.commentId === id && !isOwnEvent(e, context),
  )
}

export const editCommentCommand = defineCommand({
  type: 'comment.edit',
  role: 'member',
  ...aboutTask,
  identity: ({ taskId, commentId }) => [taskId, commentId],
  readSet: ({ taskId, commentId }) => ({ project: {}, task: { taskId }, comment: commentId }),
  decide: editComment,
})
