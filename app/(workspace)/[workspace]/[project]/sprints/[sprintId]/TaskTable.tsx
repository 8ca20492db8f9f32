import type { ReactNode } from 'react'
import { NearLink } from '@/app/_ui/NearLink'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import { type Counted, pointsOf } from '@/domain/sprint/report'
import type { Id } from '@/domain/words'
import type { NamedTask } from '@/server/queries/sprintReport'
import { addresses } from '../../../../_frame/addresses'
import type { ReportPlace } from './Report'
import { counted, figure, pointed } from './words'

/** How a report calls what it counts. */
export interface Names extends ReportPlace {
  task: (id: Id) => NamedTask | undefined
  person: (id: Id) => string
  sprint: (id: Id | null) => string
}

type Props<T> = {
  title: string
  tasks: T[]
  names: Names
  /** A word on each: who, when, where to. */
  says?: (task: T) => string | null
}

/** The tasks behind one number; nothing where there are none. */
export function TaskTable<T extends Counted>({ title, tasks, names, says }: Props<T>) {
  return (
    <Part
      title={title}
      count={tasks.length}
      amount={`${counted(tasks.length)}, ${pointed(pointsOf(tasks))}`}
    >
      {tasks.map((task) => (
        <Line key={task.taskId} id={task.taskId} names={names} note={says?.(task)}>
          {task.points === null ? '–' : figure(task.points)}
        </Line>
      ))}
    </Part>
  )
}

/** A titled table; its place on the page is named after it, for links from its number. */
export function Part({
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
  const id = anchorOf(title)
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

type LineProps = { id: Id; names: Names; note?: string | null; children: ReactNode }

/** A task with its points, and a word on it. */
export function Line({ id, names, note, children }: LineProps) {
  const task = names.task(id)
  const key = `${names.projectKey}-${task?.number ?? '?'}`
  return (
    <tr className="break-inside-avoid align-baseline hover:bg-hover">
      <td className="py-1.5 pr-2 whitespace-nowrap text-muted print:py-0">
        <span className="flex items-center gap-1.5">
          {task ? <TypeGlyph type={task.type} /> : null}
          {key}
        </span>
      </td>
      <td className="py-1.5 pr-2 print:py-0">
        <NearLink
          href={addresses.task(names.slug, key)}
          className="rounded-chip break-words hover:underline"
        >
          {task?.title ?? key}
        </NearLink>
        {note ? (
          <span className="block text-tiny text-muted print:ml-2 print:inline">{note}</span>
        ) : null}
      </td>
      <td className="py-1.5 text-right whitespace-nowrap print:py-0">{children}</td>
    </tr>
  )
}

/** Where on the page a number's tasks are. */
export const anchorOf = (title: string) => title.toLowerCase().replaceAll(' ', '-')
