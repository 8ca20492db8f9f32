'use client'

import { useRef, useState } from 'react'
import { TimeTracking } from '@/app/_features/time/TimeTracking'
import { useCanWrite } from '@/app/_replica/react/useCanWrite'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Comment } from '@/domain/comment/comment'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'
import { Activity } from '../activity/Activity'
import { type EditableField, TaskProperties } from '../properties/TaskProperties'
import { BlockedNotice } from '../relations/BlockedNotice'
import { ChildrenSection } from '../relations/ChildrenSection'
import { LinkedWork } from '../relations/LinkedWork'
import { ParentProperty } from '../relations/ParentProperty'
import { useRelations } from '../relations/useRelations'
import { useRemoteChanges } from '../remoteChanges/useRemoteChanges'
import { Description } from '../text/Description'
import { startTitleEditing, TitleField } from '../text/TitleField'
import { ArchivedBanner } from './ArchivedBanner'
import { TaskOrigin } from './TaskOrigin'

type Props = { task: Task; comments: readonly Comment[]; worklogs: readonly Worklog[] }

/**
 * A whole task: title, description, properties, then comments, worklogs and history in one list.
 * Single-letter shortcuts open the pickers of its properties.
 */
export function TaskBody({ task, comments, worklogs }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const [openField, setOpenField] = useState<EditableField | null>(null)
  const remoteChanges = useRemoteChanges(task.id)
  const canWrite = useCanWrite()
  const { relations, refresh } = useRelations(task)
  const canEdit = canWrite && task.archivedAt === null
  const openEditor = (field: EditableField) => () => setOpenField(field)
  useHotkeys(
    {
      s: openEditor('status'),
      a: openEditor('assignees'),
      p: openEditor('priority'),
      l: openEditor('labels'),
      e: openEditor('estimate'),
      d: openEditor('dueDate'),
      t: () => startTitleEditing(root.current),
    },
    canEdit,
  )
  const commonProps = { task, canEdit }
  return (
    <div ref={root} className="@container px-4 pt-3 pb-16 md:px-6">
      <ArchivedBanner task={task} canRestore={canWrite} />
      <div className="@4xl:grid @4xl:grid-cols-[minmax(0,1fr)_16rem] @4xl:gap-x-12">
        <div className="@4xl:col-start-1">
          <TitleField {...commonProps} remoteChange={remoteChanges.get('title')} />
          <BlockedNotice {...commonProps} relations={relations} />
        </div>
        <div className="mt-2 @4xl:col-start-2 @4xl:row-span-2 @4xl:row-start-1 @4xl:mt-1">
          <TaskProperties
            {...commonProps}
            remoteChanges={remoteChanges}
            openField={openField}
            onOpenField={setOpenField}
          />
          <ParentProperty
            {...commonProps}
            relations={relations}
            remoteChange={remoteChanges.get('parentId')}
          />
          <TimeTracking {...commonProps} />
          <TaskOrigin task={task} />
        </div>
        <div className="min-w-0 @4xl:col-start-1">
          <Description {...commonProps} remoteChange={remoteChanges.get('description')} />
          <ChildrenSection {...commonProps} relations={relations} />
          <LinkedWork {...commonProps} relations={relations} refresh={refresh} />
          <Activity
            {...commonProps}
            comments={comments}
            worklogs={worklogs}
            remoteChanges={remoteChanges}
          />
        </div>
      </div>
    </div>
  )
}
