import type { ReactNode } from 'react'
import { StatusRing } from '@/app/_ui/StatusRing'

/** How many tasks of a project are to do, in progress and done. */
export function WorkBar(work: { todo: number; inProgress: number; done: number }) {
  return (
    <span className="flex shrink-0 items-center gap-3 text-muted tabular-nums">
      <Part count={work.todo} name="to do">
        <StatusRing category="todo" hue="slate" />
      </Part>
      <Part count={work.inProgress} name="in progress">
        <StatusRing category="in_progress" hue="amber" />
      </Part>
      <Part count={work.done} name="done">
        <StatusRing category="done" hue="teal" />
      </Part>
    </span>
  )
}

function Part({ count, name, children }: { count: number; name: string; children: ReactNode }) {
  return (
    <span
      className="flex items-center justify-end gap-1.5 sm:min-w-12"
      data-tip={`${count} ${name}`}
    >
      {count}
      <span className="sr-only"> {name}</span>
      {children}
    </span>
  )
}
