'use client'

import { Main } from '@/app/_ui/TopBar'
import type { TaskDetail } from '@/domain/history'
import { ProjectBar } from '../_frame/ProjectBar'
import { EditingMark } from './EditingMark'
import { TaskActions } from './TaskActions'
import { TaskBody } from './TaskBody'
import { TaskFailed, TaskMissing, TaskSkeleton } from './TaskStates'
import { useMayWrite } from './useMayWrite'
import { useOpenedTask } from './useOpenedTask'

/** A task on a page of its own. `first`: what the server has drawn it with. */
export function TaskWhole({ taskKey, first }: { taskKey: string; first: TaskDetail }) {
  const opened = useOpenedTask(first.task.id, first)
  const mayChange = useMayWrite()
  const task = opened.state === 'here' ? opened.task : undefined
  return (
    <>
      <ProjectBar
        here={taskKey}
        middle={
          task ? (
            <>
              <EditingMark taskId={task.id} />
              <span className="flex shrink-0 items-center">
                <TaskActions {...{ task, taskKey, mayChange }} place="page" />
              </span>
            </>
          ) : null
        }
      />
      <Main>
        <div className="mx-auto max-w-6xl md:pt-3">
          {opened.state === 'here' ? <TaskBody {...opened} /> : null}
          {opened.state === 'loading' ? <TaskSkeleton /> : null}
          {opened.state === 'missing' ? <TaskMissing /> : null}
          {opened.state === 'failed' ? <TaskFailed retry={opened.retry} /> : null}
        </div>
      </Main>
    </>
  )
}
