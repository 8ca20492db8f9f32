'use client'

import { useProject } from '@/app/_client/react/hooks'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { NearLink } from '@/app/_ui/NearLink'
import { StatusRing } from '@/app/_ui/StatusRing'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import type { Person } from '@/domain/board'
import type { VersionTask } from '@/domain/catalog/figures'
import { formatDuration } from '@/domain/time/duration'
import type { Category } from '@/domain/words'
import { addresses } from '../../../../_frame/addresses'
import { useWorkspace, useWorkTime } from '../../../../_frame/workspace'

const TITLES: Record<Category, string> = {
  todo: 'To do',
  in_progress: 'In progress',
  done: 'Done',
}

type Props = {
  category: Category
  /** Whether its columns are named on screen: once on a page is enough. */
  hasHead: boolean
  /** How many there are, listed or not. */
  count: number
  tasks: VersionTask[]
  people: Person[]
}

/** The tasks of a version in one category. */
export function TaskGroup({ category, hasHead, count, tasks, people }: Props) {
  const title = TITLES[category]
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
        <thead className={hasHead ? 'text-muted' : 'sr-only'}>
          <tr>
            <Head>Key</Head>
            <Head>Task</Head>
            <Head className="hidden sm:table-cell">People</Head>
            <Head className="hidden text-right md:table-cell">Points</Head>
            <Head className="hidden text-right sm:table-cell">Estimate</Head>
            <Head className="text-right">Logged</Head>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <Line key={task.id} task={task} people={people} />
          ))}
        </tbody>
      </table>
      {count > tasks.length ? (
        <p className="pt-1 text-muted">{`The first ${tasks.length} of ${count} are shown.`}</p>
      ) : null}
    </section>
  )
}

function Head({ className, children }: { className?: string; children: string }) {
  return (
    <th scope="col" className={`h-row border-b border-line px-2 font-medium ${className ?? ''}`}>
      {children}
    </th>
  )
}

const cell = 'h-row border-b border-line px-2'
const figures = `${cell} text-right whitespace-nowrap text-muted tabular-nums`

function Line({ task, people }: { task: VersionTask; people: Person[] }) {
  const { slug } = useWorkspace()
  const { key, statuses } = useProject()
  const work = useWorkTime()
  const taskKey = `${key}-${task.number}`
  const status = statuses.find((each) => each.id === task.statusId)
  const time = (seconds: number | null) => (seconds ? formatDuration(seconds, work) : '')
  return (
    <tr className="hover:bg-hover">
      <td className={`${cell} text-muted whitespace-nowrap tabular-nums`}>
        <span className="flex items-center gap-1.5">
          <TypeGlyph type={task.type} />
          {taskKey}
        </span>
      </td>
      <td className={cell}>
        <span className="flex min-w-0 items-center gap-1.5">
          {status ? (
            <span className="flex shrink-0" data-tip={status.name}>
              <StatusRing category={status.category} hue={status.color} label={status.name} />
            </span>
          ) : null}
          <NearLink
            href={addresses.task(slug, taskKey)}
            data-tip={task.title}
            className="truncate rounded-chip underline-offset-3 hover:underline focus-visible:underline"
          >
            {task.title}
          </NearLink>
        </span>
      </td>
      <td className={`${cell} hidden sm:table-cell`}>
        <AvatarStack
          label={`People on ${taskKey}`}
          size="small"
          people={people.filter((person) => task.assignees.includes(person.id))}
        />
      </td>
      <td className={`${figures} hidden md:table-cell`}>{task.estimate ?? ''}</td>
      <td className={`${figures} hidden sm:table-cell`}>{time(task.originalEstimate)}</td>
      <td className={figures}>{time(task.timeSpent)}</td>
    </tr>
  )
}
