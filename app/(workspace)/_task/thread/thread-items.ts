import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, Moment } from '@/domain/words'
import { type Story, stories } from '../../_history/stories'
import type { Read } from '../../_history/useHistory'

/** What the thread is narrowed to. */
export type Side = 'all' | 'comments' | 'history'

export type Item = { comment: Comment; at: Moment } | { story: Story; at: Moment }

/**
 * The thread, newest first. In the whole one, comments stand where they were made and their own
 * events are left out; those beyond what has been read of the history wait for it.
 */
export function threadOf(
  side: Side,
  comments: readonly Comment[],
  read: Read,
  conflicts: ReadonlyMap<Id, Conflict>,
): Item[] {
  const said = comments.toReversed().map((comment) => ({ comment, at: comment.createdAt }))
  if (side === 'comments') return said
  const told = stories(read.events, conflicts).map((story) => ({ story, at: story.event.at }))
  if (side === 'history') return told
  const known = new Set(comments.map((comment) => comment.id))
  const rest = told.filter(({ story: { event } }) => {
    const isSeen = event.type === 'comment.added' || event.type === 'comment.deleted'
    return !isSeen || !known.has(event.data.commentId)
  })
  const until = read.next?.at ?? ''
  const reached = said.filter(({ at }) => at >= until)
  return [...reached, ...rest].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
