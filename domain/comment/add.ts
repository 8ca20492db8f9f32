import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { ensureEditable, nextVersion } from '../task/guards'
import { textRequired } from './guards'

/** Adds a comment. Concurrent comments never conflict. */
export function addComment(
  command: CommandOf<'comment.add'>,
  reads: Reads<'task' | 'comment'>,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, reads, context)
  if (failure || !reads.task) return failure ?? noChange
  if (reads.comment) return reject('id-taken', 'Another comment has this id.', 'commentId')
  if (!command.body.trim()) return textRequired()
  const data = { commentId: command.commentId, body: command.body }
  const { task } = reads
  return accept(
    [{ type: 'comment.added', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

export const addCommentCommand = defineCommand({
  type: 'comment.add',
  role: 'member',
  ...aboutTask,
  identity: ({ taskId, commentId }) => [taskId, commentId],
  readSet: ({ taskId, commentId }) => ({ project: {}, task: { taskId }, comment: commentId }),
  decide: addComment,
})
