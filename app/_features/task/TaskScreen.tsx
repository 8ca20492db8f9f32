'use client'

import { withApi } from '@/app/_api/ApiProvider'
import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import { useCanWrite } from '@/app/_replica/react/useCanWrite'
import { Main } from '@/app/_ui/TopBar'
import type { TaskDetail } from '@/domain/views/history'
import { TaskActions } from './actions/TaskActions'
import { EditingIndicator } from './body/EditingIndicator'
import { TaskBody } from './body/TaskBody'
import { useOpenTask } from './body/useOpenTask'
import { TaskFailed, TaskMissing, TaskSkeleton } from './TaskStates'

/** A task on a page of its own. `initial` is the data that the server rendered. */
export const TaskScreen = withApi(function TaskScreen({
  taskKey,
  initial,
}: {
  taskKey: string
  initial: TaskDetail
}) {
  const opened = useOpenTask(initial.task.id, initial)
  const canEdit = useCanWrite()
  const task = opened.state === 'ready' ? opened.task : undefined
  return (
    <>
      <ProjectTopBar
        current={taskKey}
        filters={
          task ? (
            <>
              <EditingIndicator taskId={task.id} />
              <span className="flex shrink-0 items-center">
                <TaskActions {...{ task, taskKey, canEdit }} shownIn="page" />
              </span>
            </>
          ) : null
        }
      />
      <Main>
        <div className="mx-auto max-w-6xl md:pt-3">
          {opened.state === 'ready' ? <TaskBody {...opened} /> : null}
          {opened.state === 'loading' ? <TaskSkeleton /> : null}
          {opened.state === 'missing' ? <TaskMissing /> : null}
          {opened.state === 'failed' ? <TaskFailed retry={opened.retry} /> : null}
        </div>
      </Main>
    </>
  )
})
