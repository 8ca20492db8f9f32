import type { CommentEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import type { Id, Instant } from '../kernel/primitives'

/** The current state of a comment; a deleted one stays in the list without its text. */
export interface Comment {
  id: Id
  taskId: Id
  author: Id
  /** Markdown; empty once deleted. */
  body: string
  createdAt: Instant
  editedAt: Instant | null
  deletedAt: Instant | null
}

/** Returns the comment after one of its events. */
export function evolveComment(
  comment: Comment | undefined,
  event: CommentEvent,
): Comment | undefined {
  switch (event.type) {
    case 'comment.added':
      return {
        id: event.data.commentId,
        taskId: event.taskId,
        author: event.actor,
        body: event.data.body,
        createdAt: event.at,
        editedAt: null,
        deletedAt: null,
      }
    case 'comment.edited':
      return comment && { ...comment, body: event.data.to, editedAt: event.at }
    case 'comment.deleted':
      return comment && { ...comment, body: '', deletedAt: event.at }
    case 'comment.restored':
      return comment && { ...comment, body: event.data.body, deletedAt: null }
    default:
      return assertNever(event, comment)
  }
}
