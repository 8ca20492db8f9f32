'use client'

import { withApi } from '@/app/_api/ApiProvider'
import { trpc } from '@/app/_api/trpc'
import { routes } from '@/app/_features/shell/routes'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { SprintActions } from '@/app/_features/sprint/SprintActions'
import { formatSprintDates, roundToTenth } from '@/app/_features/sprint/sprintLabels'
import { formatTimeTotals } from '@/app/_features/time/formatTimeTotals'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useProject } from '@/app/_replica/react/projectHooks'
import { useLiveQuery } from '@/app/_replica/react/useLiveQuery'
import { localToday } from '@/app/_ui/localDate'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import type { Id } from '@/domain/kernel/primitives'
import { EMPTY_SPRINT_TOTALS, type SprintWithTotals } from '@/domain/views/sprints'
import { useBoard } from '../useBoard'
import { daysLeft } from './daysLeft'

/** The sprint that the board is filtered by: goal, days left, progress and actions. */
export const SprintBanner = withApi(function SprintBanner({ sprintId }: { sprintId: Id }) {
  const { projectId } = useProjectStore()
  const workTime = useWorkTime()
  const loadedSprint = useProject().sprints.find((each) => each.id === sprintId)
  const { data, failed } = useLiveQuery(trpc.sprint.get.useQuery({ projectId, sprintId }))
  const { data: time } = useLiveQuery(trpc.time.totals.useQuery({ projectId, of: { sprintId } }))
  const totals = data?.sprint
  const sprint = loadedSprint ?? totals
  if (!sprint || sprint.removedAt)
    return failed || sprint ? (
      <p className="flex min-h-12 items-center text-muted">
        This sprint cannot be shown: it may have been deleted.
      </p>
    ) : null
  const now = localToday()
  const daysLeftLabel = daysLeft(sprint, now)
  const timeLabel = time ? formatTimeTotals({ ...time.all, original: 0 }, workTime) : null
  const datesLabel = formatSprintDates(sprint, now)
  return (
    <section
      aria-label={`Sprint ${sprint.name}`}
      className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-1.5 sm:flex-nowrap"
    >
      <SprintName sprint={sprint} />
      <p className="hidden min-w-0 grow truncate text-muted sm:block" data-tooltip={sprint.goal}>
        {sprint.goal}
      </p>
      <p className="order-last flex w-full shrink-0 items-center gap-x-4 text-muted tabular-nums sm:order-none sm:w-auto">
        {datesLabel ? <span className="hidden lg:inline">{datesLabel}</span> : null}
        {daysLeftLabel ? (
          <span className={daysLeftLabel.endsWith('over') ? 'text-danger-ink' : ''}>
            {daysLeftLabel}
          </span>
        ) : null}
        {timeLabel ? (
          <span
            className="hidden xl:inline"
            data-tooltip={time && formatTimeTotals(time.all, workTime)}
          >
            {timeLabel}
          </span>
        ) : null}
        {totals ? <SprintProgress total={totals.total} done={totals.done} /> : null}
      </p>
      <SprintActions sprintId={sprintId} sprint={sprint} />
    </section>
  )
})

function SprintName({ sprint }: { sprint: { id: Id; name: string } }) {
  const { slug, projectKey } = useBoard()
  return (
    <h2 className="min-w-0 grow truncate font-medium sm:max-w-60 sm:grow-0">
      <PrefetchLink
        href={routes.sprintReport(slug, projectKey, sprint.id)}
        data-tooltip="Open the report"
        className="rounded-chip underline-offset-3 hover:underline"
      >
        {sprint.name}
        <span className="sr-only">, report</span>
      </PrefetchLink>
    </h2>
  )
}

function SprintProgress({ total, done }: Pick<SprintWithTotals, 'total' | 'done'>) {
  if (total.tasks === EMPTY_SPRINT_TOTALS.tasks) return <span>no tasks</span>
  const points =
    total.points > 0 ? `, ${roundToTenth(done.points)}/${roundToTenth(total.points)} pt` : ''
  const label = `${done.tasks} of ${total.tasks} done${points}`
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="block h-1.5 w-24 overflow-hidden rounded-full bg-hover md:w-32">
        <span
          className="block h-full origin-left rounded-full bg-accent transition-transform"
          style={{ transform: `scaleX(${done.tasks / total.tasks})` }}
        />
      </span>
      {label}
    </span>
  )
}
