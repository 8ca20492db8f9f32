'use client'

import { Pick } from '@/app/_ui/Pick'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import { TASK_TYPES, type TaskType } from '@/domain/words'

const names: Record<TaskType, string> = {
  epic: 'Epic',
  story: 'Story',
  task: 'Task',
  bug: 'Bug',
  subtask: 'Subtask',
}
/** The types, as lists offer them. */
export const typeOptions = TASK_TYPES.map((id) => ({
  id,
  label: names[id],
  icon: <TypeGlyph type={id} decorative />,
}))

type Props = { value: TaskType; onPick: (type: TaskType) => void }

/** The type of the task that is being written. */
export function TypePick({ value, onPick }: Props) {
  return (
    <Pick
      label="Type"
      options={typeOptions}
      value={value}
      onPick={(id) => onPick(id as TaskType)}
      trigger={
        <button
          type="button"
          aria-label={`Type: ${names[value]}`}
          className="flex h-6 items-center gap-1.5 rounded-chip px-1.5 hover:bg-hover touch:h-control"
        >
          <TypeGlyph type={value} decorative /> {names[value]}
        </button>
      }
    />
  )
}
