'use client'

import { useCallback } from 'react'
import { apiClient } from '@/app/_api/apiClient'
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
export function SprintBanner({ sprintId }: { sprintId: Id }) {
  const { projectId } = useProjectStore()
  const workTime = useWorkTime()
  const loadedSprint = useProject().sprints.find((each) => each.id === sprintId)
  const fetchTotals = useCallback(async () => {
    const [{ sprint }, timeLabel] = await Promise.all([
      apiClient.sprint.get.query({ projectId, sprintId }),
      apiClient.time.totals.query({ projectId, of: { sprintId } }),
    ])
    return { ...(sprint as SprintWithTotals), time: timeLabel.all }
  }, [projectId, sprintId])
  const { data, failed } = useLiveQuery(fetchTotals)
  const sprint = loadedSprint ?? data
  if (!sprint || sprint.removedAt)
    return failed || sprint ? (
      <p className="flex min-h-12 items-center text-muted">
        This sprint cannot be shown: it may have been deleted.
      </p>
    ) : null
  const now = localToday()
  const daysLeftLabel = daysLeft(sprint, now)
  const timeLabel = data ? formatTimeTotals({ ...data.time, original: 0 }, workTime) : null
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
            data-tooltip={data && formatTimeTotals(data.time, workTime)}
          >
            {timeLabel}
          </span>
        ) : null}
        {data ? <SprintProgress total={data.total} done={data.done} /> : null}
      </p>
      <SprintActions sprintId={sprintId} sprint={sprint} />
    </section>
  )
}

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
