'use client'

import { Pick } from '@/app/_ui/Pick'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import type { TaskType } from '@/domain/words'
import { parentlessOptions, typeNames } from '../../../../_task/fields/type-options'

type Props = {
  value: TaskType
  onPick: (type: TaskType) => void
  /** Only these types; all where none are named. */
  among?: readonly TaskType[]
}

/** The type of the task that is being written. */
export function TypePick({ value, onPick, among }: Props) {
  return (
    <Pick
      label="Type"
      options={parentlessOptions.filter(({ id }) => !among || among.includes(id as TaskType))}
      value={value}
      onPick={(id) => onPick(id as TaskType)}
      trigger={
        <button
          type="button"
          aria-label={`Type: ${typeNames[value]}`}
          className="flex h-6 items-center gap-1.5 rounded-chip px-1.5 hover:bg-hover touch:h-control"
        >
          <TypeGlyph type={value} decorative /> {typeNames[value]}
        </button>
      }
    />
  )
}
