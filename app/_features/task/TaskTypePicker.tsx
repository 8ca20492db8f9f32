'use client'

import {
  parentlessTaskTypeOptions,
  taskTypeLabels,
} from '@/app/_features/taskFields/taskTypeOptions'
import { Combobox } from '@/app/_ui/Combobox'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { TaskType } from '@/domain/kernel/primitives'

type Props = {
  value: TaskType
  onPick: (type: TaskType) => void
  /** Limits the choice to these types; all types when omitted. */
  types?: readonly TaskType[]
}

/** Picks the type of a new task. */
export function TaskTypePicker({ value, onPick, types }: Props) {
  return (
    <Combobox
      label="Type"
      options={parentlessTaskTypeOptions.filter(
        ({ id }) => !types || types.includes(id as TaskType),
      )}
      value={value}
      onSelect={(id) => onPick(id as TaskType)}
      trigger={
        <button
          type="button"
          aria-label={`Type: ${taskTypeLabels[value]}`}
          className="flex h-6 items-center gap-1.5 rounded-chip px-1.5 hover:bg-hover touch:h-control"
        >
          <TaskTypeIcon type={value} decorative /> {taskTypeLabels[value]}
        </button>
      }
    />
  )
}
