import type { ReactNode } from 'react'
import { StatusIcon } from '@/app/_ui/StatusIcon'

/** The number of a project's tasks to do, in progress and done. */
export function ProjectTaskCounts(counts: { todo: number; inProgress: number; done: number }) {
  return (
    <span className="flex shrink-0 items-center gap-3 text-muted tabular-nums">
      <TaskCount count={counts.todo} name="to do">
        <StatusIcon category="todo" hue="slate" />
      </TaskCount>
      <TaskCount count={counts.inProgress} name="in progress">
        <StatusIcon category="in_progress" hue="amber" />
      </TaskCount>
      <TaskCount count={counts.done} name="done">
        <StatusIcon category="done" hue="teal" />
      </TaskCount>
    </span>
  )
}

function TaskCount({
  count,
  name,
  children,
}: {
  count: number
  name: string
  children: ReactNode
}) {
  return (
    <span
      className="flex items-center justify-end gap-1.5 sm:min-w-12"
      data-tooltip={`${count} ${name}`}
    >
      {count}
      <span className="sr-only"> {name}</span>
      {children}
    </span>
  )
}
