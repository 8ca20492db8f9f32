import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { ensureEditable, nextVersion } from '../task/guards'
import { ensureAuthor } from './guards'

/** Deletes one's own comment. Screens no longer show its text, but the log keeps it. */
export function deleteComment(
  command: CommandOf<'comment.delete'>,
  reads: Reads<'task' | 'comment'>,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, reads, context) ?? ensureAuthor(reads, context)
  if (failure || !reads.task || !reads.comment) return failure ?? noChange
  if (reads.comment.deletedAt) return noChange
  const { task, comment } = reads
  const data = { commentId: command.commentId, body: comment.body }
  return accept(
    [{ type: 'comment.deleted', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

export const deleteCommentCommand = defineCommand({
  type: 'comment.delete',
  role: 'member',
  ...aboutTask,
  identity: ({ taskId, commentId }) => [taskId, commentId],
  readSet: ({ taskId, commentId }) => ({ project: {}, task: { taskId }, comment: commentId }),
  decide: deleteComment,
})
