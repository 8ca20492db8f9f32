'use client'

import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProject } from '@/app/_replica/react/projectHooks'
import { localToday } from '@/app/_ui/localDate'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { Category } from '@/domain/kernel/primitives'
import type { SprintWithTotals } from '@/domain/views/sprints'
import { SprintActions } from '../SprintActions'
import { formatSprintDates, roundToTenth } from '../sprintLabels'

const stateIcons = {
  planned: { category: 'todo', hue: 'slate' },
  active: { category: 'in_progress', hue: 'amber' },
  closed: { category: 'done', hue: 'teal' },
} as const satisfies Record<string, { category: Category; hue: string }>

/** One sprint: name, goal, dates, progress and actions. */
export function SprintRow({ sprint }: { sprint: SprintWithTotals }) {
  const { slug } = useWorkspace()
  const { key } = useProject()
  const { id, name, goal, state } = sprint
  const { category, hue } = stateIcons[state]
  const dates = formatSprintDates(sprint, localToday())
  const href =
    state === 'closed' ? routes.sprintReport(slug, key, id) : routes.sprintBoard(slug, key, id)
  return (
    <li
      aria-label={name}
      className="flex flex-col gap-x-4 gap-y-1 py-2 sm:min-h-12 sm:flex-row sm:items-center"
    >
      <div className="flex min-w-0 grow items-start gap-2">
        <span className="mt-0.5 flex shrink-0">
          <StatusIcon category={category} hue={hue} />
        </span>
        <div className="min-w-0">
          <PrefetchLink
            href={href}
            className="font-medium underline-offset-3 hover:underline focus-visible:underline"
          >
            {name}
          </PrefetchLink>
          {goal ? <p className="truncate text-muted">{goal}</p> : null}
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pl-6 sm:flex-nowrap sm:pl-0">
        <span className="flex flex-wrap gap-x-4 sm:contents">
          <span
            className="shrink-0 text-muted tabular-nums sm:w-40 sm:text-right"
            suppressHydrationWarning
          >
            {dates ?? 'no dates'}
          </span>
          <span className="shrink-0 text-muted tabular-nums sm:w-40 sm:text-right">
            {progressText(sprint)}
          </span>
        </span>
        <span className="flex shrink-0 justify-end sm:w-40">
          <SprintActions sprintId={id} sprint={sprint} />
        </span>
      </div>
    </li>
  )
}

/** Returns for example "5 of 12 done, 13/34 pt"; for a completed sprint only the done part. */
function progressText({ state, total, done }: SprintWithTotals): string {
  if (total.tasks === 0) return 'no tasks'
  const points = roundToTenth(total.points)
  if (state === 'closed')
    return `${done.tasks} done${points > 0 ? `, ${roundToTenth(done.points)} pt` : ''}`
  return `${done.tasks} of ${total.tasks} done${points > 0 ? `, ${roundToTenth(done.points)}/${points} pt` : ''}`
}
