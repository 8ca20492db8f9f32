'use client'

import { routes } from '@/app/_features/shell/routes'
import { useWorkspace, useWorkTime } from '@/app/_features/shell/useWorkspace'
import { useProject } from '@/app/_replica/react/projectHooks'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { Category } from '@/domain/kernel/primitives'
import { formatDuration } from '@/domain/time/duration'
import type { Person } from '@/domain/views/board'
import type { VersionTask } from '@/domain/views/versions'

const CATEGORY_LABELS: Record<Category, string> = {
  todo: 'To do',
  in_progress: 'In progress',
  done: 'Done',
}

type Props = {
  category: Category
  /** Shows the column headers; one table of the page is enough. */
  showsHeader: boolean
  /** Number of tasks in the category, listed or not. */
  count: number
  tasks: VersionTask[]
  people: Person[]
}

/** The tasks of a version in one category. */
export function VersionTaskGroup({ category, showsHeader, count, tasks, people }: Props) {
  const title = CATEGORY_LABELS[category]
  return (
    <section aria-labelledby={`of-${category}`} className="flex flex-col gap-1">
      <h3 id={`of-${category}`} className="font-semibold">
        {title} <span className="font-normal text-faint tabular-nums">{count}</span>
      </h3>
      <table className="w-full table-fixed border-collapse border-t border-line text-left">
        <caption className="sr-only">{title}</caption>
        <colgroup>
          <col className="w-24 sm:w-28" />
          <col />
          <col className="hidden w-24 sm:table-column" />
          <col className="hidden w-16 md:table-column" />
          <col className="hidden w-24 sm:table-column" />
          <col className="w-20 sm:w-24" />
        </colgroup>
        <thead className={showsHeader ? 'text-muted' : 'sr-only'}>
          <tr>
            <ColumnHeader>Key</ColumnHeader>
            <ColumnHeader>Task</ColumnHeader>
            <ColumnHeader className="hidden sm:table-cell">People</ColumnHeader>
            <ColumnHeader className="hidden text-right md:table-cell">Points</ColumnHeader>
            <ColumnHeader className="hidden text-right sm:table-cell">Estimate</ColumnHeader>
            <ColumnHeader className="text-right">Logged</ColumnHeader>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <VersionTaskRow key={task.id} task={task} people={people} />
          ))}
        </tbody>
      </table>
      {count > tasks.length ? (
        <p className="pt-1 text-muted">{`The first ${tasks.length} of ${count} are shown.`}</p>
      ) : null}
    </section>
  )
}

function ColumnHeader({ className, children }: { className?: string; children: string }) {
  return (
    <th scope="col" className={`h-row border-b border-line px-2 font-medium ${className ?? ''}`}>
      {children}
    </th>
  )
}

const cellClass = 'h-row border-b border-line px-2'
const numberCellClass = `${cellClass} text-right whitespace-nowrap text-muted tabular-nums`

function VersionTaskRow({ task, people }: { task: VersionTask; people: Person[] }) {
  const { slug } = useWorkspace()
  const { key, statuses } = useProject()
  const workTime = useWorkTime()
  const taskKey = `${key}-${task.number}`
  const status = statuses.find((each) => each.id === task.statusId)
  const formatTime = (seconds: number | null) => (seconds ? formatDuration(seconds, workTime) : '')
  return (
    <tr className="hover:bg-hover">
      <td className={`${cellClass} text-muted whitespace-nowrap tabular-nums`}>
        <span className="flex items-center gap-1.5">
          <TaskTypeIcon type={task.type} />
          {taskKey}
        </span>
      </td>
      <td className={cellClass}>
        <span className="flex min-w-0 items-center gap-1.5">
          {status ? (
            <span className="flex shrink-0" data-tooltip={status.name}>
              <StatusIcon category={status.category} hue={status.color} label={status.name} />
            </span>
          ) : null}
          <PrefetchLink
            href={routes.task(slug, taskKey)}
            data-tooltip={task.title}
            className="truncate rounded-chip underline-offset-3 hover:underline focus-visible:underline"
          >
            {task.title}
          </PrefetchLink>
        </span>
      </td>
      <td className={`${cellClass} hidden sm:table-cell`}>
        <AvatarStack
          label={`People on ${taskKey}`}
          size="small"
          people={people.filter((person) => task.assignees.includes(person.id))}
        />
      </td>
      <td className={`${numberCellClass} hidden md:table-cell`}>{task.estimate ?? ''}</td>
      <td className={`${numberCellClass} hidden sm:table-cell`}>
        {formatTime(task.originalEstimate)}
      </td>
      <td className={numberCellClass}>{formatTime(task.timeSpent)}</td>
    </tr>
  )
}
