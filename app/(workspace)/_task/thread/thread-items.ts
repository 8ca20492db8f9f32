import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, Moment } from '@/domain/words'
import type { Worklog } from '@/domain/worklog/worklog'
import type { Read } from '../../_history/pages'
import { type Story, stories } from '../../_history/stories'

/** What the thread is narrowed to. */
export type Side = 'all' | 'comments' | 'time' | 'history'

export type Item =
  | { comment: Comment; at: Moment }
  | { worklog: Worklog; at: Moment }
  | { story: Story; at: Moment }

/**
 * The thread, newest first. In the whole one, comments stand where they were made and their own
 * events are left out; those beyond what has been read of the history wait for it.
 */
export function threadOf(
  side: Side,
  comments: readonly Comment[],
  worklogs: readonly Worklog[],
  read: Read,
  conflicts: ReadonlyMap<Id, Conflict>,
): Item[] {
  const said = comments.toReversed().map((comment) => ({ comment, at: comment.createdAt }))
  if (side === 'comments') return said
  if (side === 'time') {
    return worklogs.toReversed().map((worklog) => ({ worklog, at: worklog.startedAt }))
  }
  const told = stories(read.events, conflicts).map((story) => ({ story, at: story.event.at }))
  if (side === 'history') return told
  const known = new Set([...comments, ...worklogs].map((each) => each.id))
  const rest = told.filter(({ story: { event } }) => {
    if (event.type === 'worklog.added') return !known.has(event.data.worklogId)
    const isSeen = event.type === 'comment.added' || event.type === 'comment.deleted'
    return !isSeen || !known.has(event.data.commentId)
  })
  const until = read.next?.at ?? ''
  // A worklog stands where it was logged, not where the work began.
  const spent = worklogs.map((worklog) => ({ worklog, at: worklog.createdAt }))
  const reached = [...said, ...spent].filter(({ at }) => at >= until)
  return [...reached, ...rest].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
