'use client'

import { useState } from 'react'
import { EventLine } from '@/app/_features/history/EventLine'
import { EventMenu } from '@/app/_features/history/EventMenu'
import { LoadOlder } from '@/app/_features/history/LoadOlder'
import { useHistory } from '@/app/_features/history/useHistory'
import { useNameLookup } from '@/app/_features/history/useNameLookup'
import { SegmentedControl } from '@/app/_ui/SegmentedControl'
import { Loading, Skeleton } from '@/app/_ui/Skeleton'
import type { Comment } from '@/domain/comment/comment'
import { commentFieldKey } from '@/domain/conflict/fieldChanges'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { type ActivityFilter, activityItems } from './activityItems'
import { CommentCard } from './CommentCard'
import { CommentComposer } from './CommentComposer'
import { WorklogCard } from './WorklogCard'

type Props = {
  task: Task
  comments: readonly Comment[]
  worklogs: readonly Worklog[]
  canEdit: boolean
  remoteChanges: ReadonlyMap<string, RemoteChange>
}

const timeFilter = { value: 'time', label: 'Time' } as const

/** Comments, worklogs and history in one list, newest first, with a filter for one kind. */
export function Activity({ task, comments, worklogs, canEdit, remoteChanges }: Props) {
  const [filter, setFilter] = useState<ActivityFilter>('all')
  const history = useHistory({ taskId: task.id })
  const names = useNameLookup(history)
  const items = activityItems(filter, comments, worklogs, history, names.conflicts)
  const filters: { value: ActivityFilter; label: string }[] = [
    { value: 'all', label: 'All' },
    {
      value: 'comments',
      label: task.commentCount > 0 ? `Comments ${task.commentCount}` : 'Comments',
    },
    ...(worklogs.length > 0 || filter === 'time' ? [timeFilter] : []),
    { value: 'history', label: 'History' },
  ]
  const isLoadingHistory =
    showsHistory(filter) && history.events.length === 0 && history.state === 'loading'
  return (
    <section aria-label="Activity" className="mt-8 border-t border-line pt-4">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">Activity</h3>
        <SegmentedControl label="Show" options={filters} value={filter} onChange={setFilter} />
      </div>
      {canEdit && filter !== 'history' && filter !== 'time' ? (
        <CommentComposer task={task} />
      ) : null}
      <ol aria-label="Activity" className="flex flex-col gap-3">
        {items.map((item) =>
          'comment' in item ? (
            <li key={item.comment.id}>
              <CommentCard
                task={task}
                comment={item.comment}
                canEdit={canEdit}
                remoteChange={remoteChanges.get(commentFieldKey(item.comment.id))}
              />
            </li>
          ) : 'worklog' in item ? (
            <li key={item.worklog.id}>
              <WorklogCard task={task} worklog={item.worklog} canEdit={canEdit} />
            </li>
          ) : (
            <li key={item.entry.event.seq}>
              <EventLine
                entry={item.entry}
                names={names}
                shownIn="task"
                actions={<EventMenu event={item.entry.event} names={names} />}
              />
            </li>
          ),
        )}
      </ol>
      {isLoadingHistory ? <HistorySkeleton /> : null}
      {filter === 'comments' && items.length === 0 ? (
        <p className="text-muted">No comments yet.</p>
      ) : null}
      <div className="mt-3">{showsHistory(filter) ? <LoadOlder history={history} /> : null}</div>
    </section>
  )
}

/** Returns true when the filter shows history events. */
const showsHistory = (filter: ActivityFilter) => filter === 'all' || filter === 'history'

function HistorySkeleton() {
  return (
    <Loading label="Loading the history">
      <div className="flex flex-col gap-3">
        <Skeleton className="h-5 w-3/4" />
        <Skeleton className="h-5 w-1/2" />
        <Skeleton className="h-5 w-2/3" />
      </div>
    </Loading>
  )
}
