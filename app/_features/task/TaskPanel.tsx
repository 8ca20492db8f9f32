'use client'

import { X } from 'lucide-react'
import { withApi } from '@/app/_api/ApiProvider'
import { useCanWrite } from '@/app/_replica/react/useCanWrite'
import { IconButton } from '@/app/_ui/IconButton'
import { Sheet } from '@/app/_ui/Sheet'
import type { Id } from '@/domain/kernel/primitives'
import { TaskActions } from './actions/TaskActions'
import { TaskBody } from './body/TaskBody'
import { TaskPanelBar } from './body/TaskPanelBar'
import { useOpenTask } from './body/useOpenTask'
import { useTaskByKey } from './body/useTaskByKey'
import { TaskFailed, TaskMissing, TaskSkeleton } from './TaskStates'

type Props = {
  /** For example ALO-118. */
  taskKey: string
  /** Called with the task's id if the task was found. */
  onClose: (id?: Id) => void
}

/** A task in a panel over the board, which stays usable behind it. */
export const TaskPanel = withApi(function TaskPanel({ taskKey, onClose }: Props) {
  const lookup = useTaskByKey(taskKey)
  const close = () => onClose(lookup.state === 'ready' ? lookup.id : undefined)
  const closeButton = (
    <IconButton label="Close" keys="Esc" icon={<X className="size-4" />} onClick={close} />
  )
  return (
    <Sheet open onOpenChange={(open) => (open ? null : close())} label={taskKey}>
      {lookup.state === 'ready' ? (
        <LoadedTask key={lookup.id} id={lookup.id} taskKey={taskKey} closeButton={closeButton} />
      ) : (
        <>
          <TaskPanelBar taskKey={taskKey} actions={closeButton} />
          {lookup.state === 'loading' ? <TaskSkeleton /> : null}
          {lookup.state === 'missing' ? <TaskMissing /> : null}
          {lookup.state === 'failed' ? <TaskFailed retry={lookup.retry} /> : null}
        </>
      )}
    </Sheet>
  )
})

function LoadedTask({
  id,
  taskKey,
  closeButton,
}: {
  id: Id
  taskKey: string
  closeButton: React.ReactNode
}) {
  const opened = useOpenTask(id)
  const canEdit = useCanWrite()
  const task = opened.state === 'ready' ? opened.task : undefined
  return (
    <>
      <TaskPanelBar
        taskKey={taskKey}
        task={task}
        actions={
          <>
            {task ? <TaskActions {...{ task, taskKey, canEdit }} shownIn="panel" /> : null}
            {closeButton}
          </>
        }
      />
      {opened.state === 'ready' ? <TaskBody {...opened} /> : null}
      {opened.state === 'loading' ? <TaskSkeleton /> : null}
      {opened.state === 'missing' ? <TaskMissing /> : null}
      {opened.state === 'failed' ? <TaskFailed retry={opened.retry} /> : null}
    </>
  )
}
