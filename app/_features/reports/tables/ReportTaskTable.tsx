import type { ReactNode } from 'react'
import { routes } from '@/app/_features/shell/routes'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { Id } from '@/domain/kernel/primitives'
import { type CountedTask, sumPoints } from '@/domain/sprint/report'
import type { ReportTask } from '@/server/queries/sprintReport'
import { formatNumber, formatPoints, formatTaskCount } from '../format/reportFormat'
import type { ReportLinkContext } from '../ReportBody'

/** Look-up of the tasks and names in a report. */
export interface ReportNames extends ReportLinkContext {
  taskOf: (id: Id) => ReportTask | undefined
  personName: (id: Id) => string
  sprintName: (id: Id | null) => string
}

type Props<T> = {
  title: string
  tasks: T[]
  names: ReportNames
  /** A note for each task: who, when or where to. */
  noteOf?: (task: T) => string | null
}

/** The tasks behind one number. Renders nothing without tasks. */
export function ReportTaskTable<T extends CountedTask>({ title, tasks, names, noteOf }: Props<T>) {
  return (
    <TableSection
      title={title}
      count={tasks.length}
      amount={`${formatTaskCount(tasks.length)}, ${formatPoints(sumPoints(tasks))}`}
    >
      {tasks.map((task) => (
        <ReportTaskRow key={task.taskId} id={task.taskId} names={names} note={noteOf?.(task)}>
          {task.points === null ? '–' : formatNumber(task.points)}
        </ReportTaskRow>
      ))}
    </TableSection>
  )
}

/** A table with a title. Its id is made from the title, so that the number can link to it. */
export function TableSection({
  title,
  count,
  amount,
  children,
}: {
  title: string
  count: number
  amount: string
  children: ReactNode
}) {
  if (count === 0) return null
  const id = sectionId(title)
  return (
    <section aria-labelledby={id} className="break-inside-avoid pt-5 print:pt-3">
      <h2 id={id} className="flex h-row scroll-mt-4 items-center gap-2 border-b border-line">
        <span className="font-semibold">{title}</span>
        <span className="text-muted tabular-nums">{amount}</span>
      </h2>
      <table className="w-full table-fixed border-collapse text-left">
        <colgroup>
          <col className="w-24" />
          <col />
          <col className="w-16" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Task</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

type ReportTaskRowProps = { id: Id; names: ReportNames; note?: string | null; children: ReactNode }

/** A task with its points and a note. */
export function ReportTaskRow({ id, names, note, children }: ReportTaskRowProps) {
  const task = names.taskOf(id)
  const key = `${names.projectKey}-${task?.number ?? '?'}`
  return (
    <tr className="break-inside-avoid align-baseline hover:bg-hover">
      <td className="py-1.5 pr-2 whitespace-nowrap text-muted print:py-0">
        <span className="flex items-center gap-1.5">
          {task ? <TaskTypeIcon type={task.type} /> : null}
          {key}
        </span>
      </td>
      <td className="py-1.5 pr-2 print:py-0">
        <PrefetchLink
          href={routes.task(names.slug, key)}
          className="rounded-chip break-words hover:underline"
        >
          {task?.title ?? key}
        </PrefetchLink>
        {note ? (
          <span className="block text-xs text-muted print:ml-2 print:inline">{note}</span>
        ) : null}
      </td>
      <td className="py-1.5 text-right whitespace-nowrap print:py-0">{children}</td>
    </tr>
  )
}

/** Returns the id of the section that lists a number's tasks. */
export const sectionId = (title: string) => title.toLowerCase().replaceAll(' ', '-')
