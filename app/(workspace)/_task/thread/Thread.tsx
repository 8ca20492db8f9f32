'use client'

import { useState } from 'react'
import { Segmented } from '@/app/_ui/Segmented'
import { Loading, Skeleton } from '@/app/_ui/Skeleton'
import type { Comment } from '@/domain/comment/comment'
import { commentField } from '@/domain/conflict/changes'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'
import { EventLine } from '../../_history/EventLine'
import { OlderEnd } from '../../_history/OlderEnd'
import { useHistory } from '../../_history/useHistory'
import { useNames } from '../../_history/useNames'
import { EventMenu } from '../../_undo/EventMenu'
import type { Arrival } from '../useArrivals'
import { CommentCard } from './CommentCard'
import { Composer } from './Composer'
import { type Side, threadOf } from './thread-items'
import { WorklogCard } from './WorklogCard'

type Props = {
  task: Task
  comments: readonly Comment[]
  worklogs: readonly Worklog[]
  mayChange: boolean
  arrivals: ReadonlyMap<string, Arrival>
}

const timeSide = { value: 'time', label: 'Time' } as const

/** Comments, time and history as one thread, newest first; a switch narrows it to either. */
export function Thread({ task, comments, worklogs, mayChange, arrivals }: Props) {
  const [side, setSide] = useState<Side>('all')
  const history = useHistory({ taskId: task.id })
  const names = useNames(history)
  const items = threadOf(side, comments, worklogs, history, names.conflicts)
  const sides: { value: Side; label: string }[] = [
    { value: 'all', label: 'All' },
    { value: 'comments', label: task.comments > 0 ? `Comments ${task.comments}` : 'Comments' },
    ...(worklogs.length > 0 || side === 'time' ? [timeSide] : []),
    { value: 'history', label: 'History' },
  ]
  const waits = reads(side) && history.events.length === 0 && history.state === 'loading'
  return (
    <section aria-label="Activity" className="mt-8 border-t border-line pt-4">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">Activity</h3>
        <Segmented label="Show" options={sides} value={side} onChange={setSide} />
      </div>
      {mayChange && side !== 'history' && side !== 'time' ? <Composer task={task} /> : null}
      <ol aria-label="Comments and history" className="flex flex-col gap-3">
        {items.map((item) =>
          'comment' in item ? (
            <li key={item.comment.id}>
              <CommentCard
                task={task}
                comment={item.comment}
                mayChange={mayChange}
                arrival={arrivals.get(commentField(item.comment.id))}
              />
            </li>
          ) : 'worklog' in item ? (
            <li key={item.worklog.id}>
              <WorklogCard task={task} worklog={item.worklog} mayChange={mayChange} />
            </li>
          ) : (
            <li key={item.story.event.seq}>
              <EventLine
                story={item.story}
                names={names}
                within="task"
                acts={<EventMenu event={item.story.event} names={names} />}
              />
            </li>
          ),
        )}
      </ol>
      {waits ? <Waiting /> : null}
      {side === 'comments' && items.length === 0 ? (
        <p className="text-muted">Nobody has commented yet.</p>
      ) : null}
      <div className="mt-3">{reads(side) ? <OlderEnd history={history} /> : null}</div>
    </section>
  )
}

/** Whether this part of the thread shows the log. */
const reads = (side: Side) => side === 'all' || side === 'history'

function Waiting() {
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
