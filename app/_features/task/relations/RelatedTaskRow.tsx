import type { ReactNode } from 'react'
import { routes } from '@/app/_features/shell/routes'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { RelatedTask } from '@/domain/views/relations'

/** A related task: its status, key and title as a link. */
export function RelatedTaskRow({
  task,
  slug,
  trailing,
}: {
  task: RelatedTask
  slug: string
  trailing?: ReactNode
}) {
  const { status } = task
  return (
    <span className="flex min-h-7 min-w-0 grow items-center gap-2 touch:min-h-row">
      <StatusIcon category={status.category} hue={status.color} label={status.name} />
      <TaskTypeIcon type={task.type} />
      <PrefetchLink
        href={routes.task(slug, task.key)}
        className="flex min-w-0 grow items-baseline gap-2 rounded-chip hover:underline"
      >
        <span className="shrink-0 text-muted tabular-nums">{task.key}</span>
        <span className={task.archived ? 'truncate text-muted line-through' : 'truncate'}>
          {task.title}
        </span>
      </PrefetchLink>
      {trailing}
    </span>
  )
}
