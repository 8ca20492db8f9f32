import type { ReactNode } from 'react'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import type { Task } from '@/domain/task/task'
import { EditingMark } from './EditingMark'

type Props = { taskKey: string; task?: Task; end: ReactNode }

/** The bar over a task in the panel; stays while the task scrolls under it. */
export function PanelBar({ taskKey, task, end }: Props) {
  return (
    <div className="sticky top-0 z-10 flex h-bar items-center gap-2 border-b border-line bg-raised px-4 md:px-6">
      {task ? <TypeGlyph type={task.type} /> : null}
      <span className="shrink-0 text-muted tabular-nums">{taskKey}</span>
      <span className="flex min-w-0 grow">{task ? <EditingMark taskId={task.id} /> : null}</span>
      <span className="-mr-2 flex shrink-0 items-center">{end}</span>
    </div>
  )
}
