import { type HistoryEntry, toHistoryEntries } from '@/app/_features/history/historyEntries'
import type { LoadedHistory } from '@/app/_features/history/loadedHistory'
import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, Instant } from '@/domain/kernel/primitives'
import type { Worklog } from '@/domain/worklog/worklog'

export type ActivityFilter = 'all' | 'comments' | 'time' | 'history'

export type ActivityItem =
  | { comment: Comment; at: Instant }
  | { worklog: Worklog; at: Instant }
  | { entry: HistoryEntry; at: Instant }

/**
 * Returns the activity, newest first. With the filter "all", comments appear at their creation time
 * and their own events are left out. Comments older than the loaded history wait until it is
 * loaded.
 */
export function activityItems(
  filter: ActivityFilter,
  comments: readonly Comment[],
  worklogs: readonly Worklog[],
  loadedHistory: LoadedHistory,
  conflicts: ReadonlyMap<Id, Conflict>,
): ActivityItem[] {
  const commentItems = comments.toReversed().map((comment) => ({ comment, at: comment.createdAt }))
  if (filter === 'comments') return commentItems
  if (filter === 'time') {
    return worklogs.toReversed().map((worklog) => ({ worklog, at: worklog.startedAt }))
  }
  const eventItems = toHistoryEntries(loadedHistory.events, conflicts).map((entry) => ({
    entry,
    at: entry.event.at,
  }))
  if (filter === 'history') return eventItems
  const shownIds = new Set([...comments, ...worklogs].map((each) => each.id))
  const otherEvents = eventItems.filter(({ entry: { event } }) => {
    if (event.type === 'worklog.added') return !shownIds.has(event.data.worklogId)
    const isCommentEvent = event.type === 'comment.added' || event.type === 'comment.deleted'
    return !isCommentEvent || !shownIds.has(event.data.commentId)
  })
  const oldestLoadedAt = loadedHistory.next?.at ?? ''
  // A worklog appears when it was logged, not when the work began.
  const worklogItems = worklogs.map((worklog) => ({ worklog, at: worklog.createdAt }))
  const loadedItems = [...commentItems, ...worklogItems].filter(({ at }) => at >= oldestLoadedAt)
  return [...loadedItems, ...otherEvents].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
