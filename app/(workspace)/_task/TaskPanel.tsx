'use client'

import { X } from 'lucide-react'
import { IconButton } from '@/app/_ui/IconButton'
import { Sheet } from '@/app/_ui/Sheet'
import type { Id } from '@/domain/words'
import { PanelBar } from './PanelBar'
import { TaskActions } from './TaskActions'
import { TaskBody } from './TaskBody'
import { TaskFailed, TaskMissing, TaskSkeleton } from './TaskStates'
import { useMayWrite } from './useMayWrite'
import { useOpenedTask } from './useOpenedTask'
import { useTaskByKey } from './useTaskByKey'

type Props = {
  /** ALO-118. */
  taskKey: string
  /** Told which task it was, where there was one. */
  onClose: (id?: Id) => void
}

/** A task over the board, which stays alive behind it. */
export function TaskPanel({ taskKey, onClose }: Props) {
  const found = useTaskByKey(taskKey)
  const leave = () => onClose(found.state === 'here' ? found.id : undefined)
  const close = (
    <IconButton label="Close" keys="Esc" icon={<X className="size-4" />} onClick={leave} />
  )
  return (
    <Sheet open onOpenChange={(open) => (open ? null : leave())} label={taskKey}>
      {found.state === 'here' ? (
        <Found key={found.id} id={found.id} taskKey={taskKey} close={close} />
      ) : (
        <>
          <PanelBar taskKey={taskKey} end={close} />
          {found.state === 'loading' ? <TaskSkeleton /> : null}
          {found.state === 'missing' ? <TaskMissing /> : null}
          {found.state === 'failed' ? <TaskFailed retry={found.retry} /> : null}
        </>
      )}
    </Sheet>
  )
}

function Found({ id, taskKey, close }: { id: Id; taskKey: string; close: React.ReactNode }) {
  const opened = useOpenedTask(id)
  const mayChange = useMayWrite()
  const task = opened.state === 'here' ? opened.task : undefined
  return (
    <>
      <PanelBar
        taskKey={taskKey}
        task={task}
        end={
          <>
            {task ? <TaskActions {...{ task, taskKey, mayChange }} place="panel" /> : null}
            {close}
          </>
        }
      />
      {opened.state === 'here' ? <TaskBody {...opened} /> : null}
      {opened.state === 'loading' ? <TaskSkeleton /> : null}
      {opened.state === 'missing' ? <TaskMissing /> : null}
      {opened.state === 'failed' ? <TaskFailed retry={opened.retry} /> : null}
    </>
  )
}
