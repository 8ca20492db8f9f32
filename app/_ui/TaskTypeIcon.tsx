import type { ReactNode } from 'react'
import type { Hue } from './hues'
import { SvgIcon } from './SvgIcon'

export type TaskTypeName = 'epic' | 'story' | 'task' | 'bug' | 'subtask'

const glyphs: Record<TaskTypeName, { name: string; hue: Hue; shape: ReactNode }> = {
  epic: {
    name: 'Epic',
    hue: 'violet',
    shape: <path d="M9 1.75 3.5 9H8l-1 5.25L12.5 7H8z" fill="currentColor" />,
  },
  story: {
    name: 'Story',
    hue: 'green',
    shape: <path d="M4.25 2.5h7.5v11L8 10.5l-3.75 3z" fill="currentColor" />,
  },
  task: {
    name: 'Task',
    hue: 'blue',
    shape: (
      <>
        <rect x="2.5" y="2.5" width="11" height="11" rx="2.5" stroke="currentColor" />
        <path d="m5.5 8.2 1.9 1.9 3.3-3.8" stroke="currentColor" />
      </>
    ),
  },
  bug: {
    name: 'Bug',
    hue: 'red',
    shape: (
      <>
        <circle cx="8" cy="8" r="5.5" stroke="currentColor" />
        <circle cx="8" cy="8" r="2.25" fill="currentColor" />
      </>
    ),
  },
  subtask: {
    name: 'Subtask',
    hue: 'slate',
    shape: <path d="M3.5 2.5v6a2 2 0 0 0 2 2H9m1-2.75h3.5v5.5H10z" stroke="currentColor" />,
  },
}

/** The icon of a task type. Pass `decorative` when the type's name is shown beside it. */
export function TaskTypeIcon({ type, decorative }: { type: TaskTypeName; decorative?: boolean }) {
  const { name, hue, shape } = glyphs[type]
  return (
    <SvgIcon label={decorative ? undefined : name} hue={hue} className="text-tone">
      {shape}
    </SvgIcon>
  )
}
