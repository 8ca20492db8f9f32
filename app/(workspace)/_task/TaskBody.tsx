'use client'

import { useRef, useState } from 'react'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Comment } from '@/domain/comment/comment'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'
import { TimeBlock } from '../_time/TimeBlock'
import { ArchivedBanner } from './ArchivedBanner'
import { Description } from './Description'
import { BlockedLine } from './kin/BlockedLine'
import { Children } from './kin/Children'
import { Links } from './kin/Links'
import { Parent } from './kin/Parent'
import { useRelations } from './kin/useRelations'
import { Origin } from './Origin'
import { type AskedField, Properties } from './Properties'
import { beginTitle, TitleField } from './TitleField'
import { Thread } from './thread/Thread'
import { useArrivals } from './useArrivals'
import { useMayWrite } from './useMayWrite'

type Props = { task: Task; comments: readonly Comment[]; worklogs: readonly Worklog[] }

/**
 * All of a task: title and text, its properties (beside them where there is room), then comments
 * and history as one thread. Letters open what changes a property.
 */
export function TaskBody({ task, comments, worklogs }: Props) {
  const all = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState<AskedField | null>(null)
  const arrivals = useArrivals(task.id)
  const mayWrite = useMayWrite()
  const { relations, refresh } = useRelations(task)
  const mayChange = mayWrite && task.archivedAt === null
  const ask = (field: AskedField) => () => setAsking(field)
  useHotkeys(
    {
      s: ask('status'),
      a: ask('assignees'),
      p: ask('priority'),
      l: ask('labels'),
      e: ask('estimate'),
      d: ask('dueDate'),
      t: () => beginTitle(all.current),
    },
    mayChange,
  )
  const shared = { task, mayChange }
  return (
    <div ref={all} className="@container px-4 pt-3 pb-16 md:px-6">
      <ArchivedBanner task={task} mayRestore={mayWrite} />
      <div className="@4xl:grid @4xl:grid-cols-[minmax(0,1fr)_16rem] @4xl:gap-x-12">
        <div className="@4xl:col-start-1">
          <TitleField {...shared} arrival={arrivals.get('title')} />
          <BlockedLine {...shared} relations={relations} />
        </div>
        <div className="mt-2 @4xl:col-start-2 @4xl:row-span-2 @4xl:row-start-1 @4xl:mt-1">
          <Properties {...shared} arrivals={arrivals} asking={asking} onAsk={setAsking} />
          <Parent {...shared} relations={relations} arrival={arrivals.get('parentId')} />
          <TimeBlock {...shared} />
          <Origin task={task} />
        </div>
        <div className="min-w-0 @4xl:col-start-1">
          <Description {...shared} arrival={arrivals.get('description')} />
          <Children {...shared} relations={relations} />
          <Links {...shared} relations={relations} refresh={refresh} />
          <Thread {...shared} comments={comments} worklogs={worklogs} arrivals={arrivals} />
        </div>
      </div>
    </div>
  )
}
