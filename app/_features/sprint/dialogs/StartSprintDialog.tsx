'use client'

import { type FormEvent, useId, useState } from 'react'
import { withApi } from '@/app/_api/ApiProvider'
import { useConfirmedVersion, useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { announce } from '@/app/_ui/LiveRegion'
import { daysFromToday, localToday } from '@/app/_ui/localDate'
import { Skeleton } from '@/app/_ui/Skeleton'
import type { Sprint } from '@/domain/sprint/sprint'
import { formatSprintTotals } from '../sprintLabels'
import { type SprintDateRange, SprintDates, sprintDatesError } from './SprintDates'
import { useSprintContents } from './useSprintContents'

/** Length of a sprint that has no dates yet. */
const DEFAULT_LENGTH_DAYS = 14

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sprint: Sprint }

/** Starts a sprint. Shows what the team commits to and asks for the dates. */
export const StartSprintDialog = withApi(function StartSprintDialog({
  open,
  onOpenChange,
  sprint,
}: Props) {
  const form = useId()
  const send = useSend()
  const { sprints, parallelSprints } = useProject()
  const { data, failed, refetch } = useSprintContents(sprint.id, open)
  const [baseVersion] = useState(useConfirmedVersion(null))
  const [dates, setDates] = useState<SprintDateRange>(() => ({
    startDate: sprint.startDate ?? localToday(),
    endDate: sprint.endDate ?? daysFromToday(DEFAULT_LENGTH_DAYS),
  }))
  const [wasSubmitted, setWasSubmitted] = useState(false)
  const activeSprint = parallelSprints
    ? undefined
    : sprints.find((each) => each.state === 'active' && !each.removedAt)
  const datesError = sprintDatesError(dates, true)
  const blockedReason = activeSprint
    ? `${activeSprint.name} is running. Complete it first.`
    : data?.total.tasks === 0
      ? 'A sprint starts with at least one task in it. Plan some first.'
      : null

  const start = (event: FormEvent) => {
    event.preventDefault()
    setWasSubmitted(true)
    const { startDate, endDate } = dates
    if (datesError || blockedReason || !startDate || !endDate) return
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
          <Button tone="primary" type="submit" form={form} aria-disabled={blockedReason !== null}>
            Start sprint
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={start} noValidate className="flex flex-col gap-4">
        {data ? (
          <p>
            The team commits to{' '}
            <strong className="font-medium">{formatSprintTotals(data.total)}</strong>.
          </p>
        ) : failed ? (
          <p role="alert" className="flex items-center gap-2 text-muted">
            The sprint could not be loaded.
            <Button size="small" onClick={refetch}>
              Try again
            </Button>
          </p>
        ) : (
          <Skeleton className="h-5 w-64" />
        )}
        {blockedReason ? (
          <p className="rounded-card bg-sunken px-3 py-2 text-muted">{blockedReason}</p>
        ) : null}
        <SprintDates
          value={dates}
          error={wasSubmitted ? datesError : undefined}
          onChange={setDates}
        />
      </form>
    </Dialog>
  )
})
