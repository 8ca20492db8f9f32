import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { TASK_TYPES, type TaskType } from '@/domain/kernel/primitives'

export const taskTypeLabels: Record<TaskType, string> = {
  epic: 'Epic',
  story: 'Story',
  task: 'Task',
  bug: 'Bug',
  subtask: 'Subtask',
}

/** The types, as lists offer them. */
export const taskTypeOptions = TASK_TYPES.map((id) => ({
  id,
  label: taskTypeLabels[id],
  icon: <TaskTypeIcon type={id} decorative />,
}))

/** The types that a task without a parent can have. */
export const parentlessTaskTypeOptions = taskTypeOptions.filter(({ id }) => id !== 'subtask')
