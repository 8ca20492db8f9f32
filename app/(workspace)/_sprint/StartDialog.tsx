'use client'

import { type FormEvent, useId, useState } from 'react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { announce } from '@/app/_ui/LiveRegion'
import { Skeleton } from '@/app/_ui/Skeleton'
import type { Sprint } from '@/domain/sprint/sprint'
import { inDays, today } from '../_task/fields/days'
import { Dates, type DatesValue, datesProblem } from './Dates'
import { figureWords } from './sprint-words'
import { useContents } from './useContents'

/** Two weeks, where a sprint has no dates yet. */
const USUAL_DAYS = 14

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sprint: Sprint }

/** Starts a sprint: says what the team commits to, and asks for its dates. */
export function StartDialog({ open, onOpenChange, sprint }: Props) {
  const form = useId()
  const store = useStore()
  const send = useSend()
  const { sprints, parallelSprints } = useProject()
  const { data, failed, again } = useContents(sprint.id, open)
  const [baseVersion] = useState(() => store.screen.project.version)
  const [dates, setDates] = useState<DatesValue>(() => ({
    startDate: sprint.startDate ?? today(),
    endDate: sprint.endDate ?? inDays(USUAL_DAYS),
  }))
  const [tried, setTried] = useState(false)
  const other = parallelSprints
    ? undefined
    : sprints.find((each) => each.state === 'active' && !each.removedAt)
  const problem = datesProblem(dates, true)
  const why = other
    ? `${other.name} is running. Complete it first.`
    : data?.all.tasks === 0
      ? 'A sprint starts with at least one task in it. Plan some first.'
      : null

  const start = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { startDate, endDate } = dates
    if (problem || why || !startDate || !endDate) return
    send({ type: 'sprint.start', sprintId: sprint.id, startDate, endDate, baseVersion })
    announce(`${sprint.name} is started.`)
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Start ${sprint.name}`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} aria-disabled={why !== null}>
            Start sprint
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={start} noValidate className="flex flex-col gap-4">
        {data ? (
          <p>
            The team commits to <strong className="font-medium">{figureWords(data.all)}</strong>.
          </p>
        ) : failed ? (
          <p role="alert" className="flex items-center gap-2 text-muted">
            What it holds could not be read.
            <Button size="small" onClick={again}>
              Try again
            </Button>
          </p>
        ) : (
          <Skeleton className="h-5 w-64" />
        )}
        {why ? <p className="rounded-card bg-sunken px-3 py-2 text-muted">{why}</p> : null}
        <Dates value={dates} problem={tried ? problem : undefined} onChange={setDates} />
      </form>
    </Dialog>
  )
}
