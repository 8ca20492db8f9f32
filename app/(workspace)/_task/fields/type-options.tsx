import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import { TASK_TYPES, type TaskType } from '@/domain/words'

export const typeNames: Record<TaskType, string> = {
  epic: 'Epic',
  story: 'Story',
  task: 'Task',
  bug: 'Bug',
  subtask: 'Subtask',
}

/** The types, as lists offer them. */
export const typeOptions = TASK_TYPES.map((id) => ({
  id,
  label: typeNames[id],
  icon: <TypeGlyph type={id} decorative />,
}))

/** The types that a task without a parent can have. */
export const parentlessOptions = typeOptions.filter(({ id }) => id !== 'subtask')
