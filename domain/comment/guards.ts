import { type Decision, type DecisionContext, reject } from '../decision'
import type { Reads } from '../reads'

export const commentNotFound = () => reject('not-found', 'There is no such comment.', 'commentId')

export const textRequired = () => reject('invalid', 'A comment needs some text.', 'body')

export function ensureAuthor(
  { comment, task }: Reads<'task' | 'comment'>,
  context: DecisionContext,
): Decision | null {
  if (!comment || comment.taskId !== task?.id) return commentNotFound()
  if (comment.author === context.actor.id) return null
  return reject('forbidden', 'Only its author may change a comment.', 'commentId')
}
