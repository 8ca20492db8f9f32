import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { TASK_TYPES, type TaskType } from '@/domain/kernel/primitives'

export const taskTypeLabels: Record<TaskType, string> = {
  epic: 'Epic',
  story: 'Story',
  task: 'Task',
  bug: 'Bug',
  subtask: 'Subtask',
}

/** All task types as options of a list. */
export const taskTypeOptions = TASK_TYPES.map((id) => ({
  id,
  label: taskTypeLabels[id],
  icon: <TaskTypeIcon type={id} decorative />,
}))

/** Types that a task without a parent can have. */
export const parentlessTaskTypeOptions = taskTypeOptions.filter(({ id }) => id !== 'subtask')
