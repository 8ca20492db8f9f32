'use client'

import { useCallback } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import { NearLink } from '@/app/_ui/NearLink'
import { type CountedSprint, NO_FIGURES } from '@/domain/sprint/figures'
import type { Id } from '@/domain/words'
import { addresses } from '../../../../_frame/addresses'
import { useWorkTime } from '../../../../_frame/workspace'
import { SprintActions } from '../../../../_sprint/SprintActions'
import { dateWords, rounded } from '../../../../_sprint/sprint-words'
import { useAsked } from '../../../../_sprint/useAsked'
import { today } from '../../../../_task/fields/days'
import { timeWords } from '../../../../_time/time-words'
import { useBoard } from '../useBoard'
import { daysLeft } from './days-left'

/** The sprint that the board is narrowed to: goal, days left, how far it is, what to do with it. */
export function SprintStrip({ sprintId }: { sprintId: Id }) {
  const { projectId } = useStore()
  const work = useWorkTime()
  const known = useProject().sprints.find((each) => each.id === sprintId)
  const ask = useCallback(async () => {
    const [{ sprint }, time] = await Promise.all([
      trpc.sprint.counted.query({ projectId, sprintId }),
      trpc.time.totals.query({ projectId, of: { sprintId } }),
    ])
    return { ...(sprint as CountedSprint), time: time.all }
  }, [projectId, sprintId])
  const { data, failed } = useAsked(ask)
  const sprint = known ?? data
  if (!sprint || sprint.removedAt)
    return failed || sprint ? (
      <p className="flex min-h-12 items-center text-muted">
        This sprint cannot be shown: it may have been deleted.
      </p>
    ) : null
  const now = today()
  const left = daysLeft(sprint, now)
  const time = data ? timeWords({ ...data.time, original: 0 }, work) : null
  const dates = dateWords(sprint, now)
  return (
    <section
      aria-label={`Sprint ${sprint.name}`}
      className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-1.5 sm:flex-nowrap"
    >
      <Name sprint={sprint} />
      <p className="hidden min-w-0 grow truncate text-muted sm:block" data-tip={sprint.goal}>
        {sprint.goal}
      </p>
      <p className="order-last flex w-full shrink-0 items-center gap-x-4 text-muted tabular-nums sm:order-none sm:w-auto">
        {dates ? <span className="hidden lg:inline">{dates}</span> : null}
        {left ? (
          <span className={left.endsWith('over') ? 'text-danger-ink' : ''}>{left}</span>
        ) : null}
        {time ? (
          <span className="hidden xl:inline" data-tip={data && timeWords(data.time, work)}>
            {time}
          </span>
        ) : null}
        {data ? <Progress all={data.all} done={data.done} /> : null}
      </p>
      <SprintActions sprintId={sprintId} sprint={sprint} />
    </section>
  )
}

function Name({ sprint }: { sprint: { id: Id; name: string } }) {
  const { slug, projectKey } = useBoard()
  return (
    <h2 className="min-w-0 grow truncate font-medium sm:max-w-60 sm:grow-0">
      <NearLink
        href={addresses.sprint(slug, projectKey, sprint.id)}
        data-tip="Open the report"
        className="rounded-chip underline-offset-3 hover:underline"
      >
        {sprint.name}
        <span className="sr-only">, report</span>
      </NearLink>
    </h2>
  )
}

function Progress({ all, done }: Pick<CountedSprint, 'all' | 'done'>) {
  if (all.tasks === NO_FIGURES.tasks) return <span>no tasks</span>
  const points = all.points > 0 ? `, ${rounded(done.points)}/${rounded(all.points)} pt` : ''
  const words = `${done.tasks} of ${all.tasks} done${points}`
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="block h-1.5 w-24 overflow-hidden rounded-full bg-hover md:w-32">
        <span
          className="block h-full origin-left rounded-full bg-accent transition-transform"
          style={{ transform: `scaleX(${done.tasks / all.tasks})` }}
        />
      </span>
      {words}
    </span>
  )
}
