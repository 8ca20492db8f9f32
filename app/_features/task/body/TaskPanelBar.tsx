import type { ReactNode } from 'react'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { Task } from '@/domain/task/task'
import { EditingIndicator } from './EditingIndicator'

type Props = { taskKey: string; task?: Task; actions: ReactNode }

/** The bar at the top of the task panel. Stays in view while the task scrolls. */
export function TaskPanelBar({ taskKey, task, actions }: Props) {
  return (
    <div className="sticky top-0 z-10 flex h-bar items-center gap-2 border-b border-line bg-raised px-4 md:px-6">
      {task ? <TaskTypeIcon type={task.type} /> : null}
      <span className="shrink-0 text-muted tabular-nums">{taskKey}</span>
      <span className="flex min-w-0 grow">
        {task ? <EditingIndicator taskId={task.id} /> : null}
      </span>
      <span className="-mr-2 flex shrink-0 items-center">{actions}</span>
    </div>
  )
}
