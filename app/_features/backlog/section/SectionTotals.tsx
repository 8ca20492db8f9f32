'use client'

import { lazyComponent } from '@/app/_ui/lazyComponent'
import type { Sprint } from '@/domain/sprint/sprint'
import type { BacklogSectionTotals } from '@/domain/views/backlog'

const CapacityMark = lazyComponent(() =>
  import('@/app/_features/sprint/CapacitySummary').then((module) => module.CapacitySummary),
)

type Props = { totals: BacklogSectionTotals; sprint: Sprint | undefined }

/** The totals of a section; for a sprint also its progress. */
export function SectionTotals({ totals, sprint }: Props) {
  const { open, done } = totals
  const tasks = open.tasks + done.tasks
  const unestimated = open.unestimated + done.unestimated
  return (
    <span className="flex shrink-0 items-center gap-3 text-muted tabular-nums">
      {sprint && tasks > 0 ? <DoneProgress done={done.tasks} tasks={tasks} /> : null}
      {sprint && hasCapacity(sprint) ? (
        <span className="hidden md:inline">
          <CapacityMark sprint={sprint} />
        </span>
      ) : null}
      <span data-tooltip="Sum of estimates">{formatPoints(open.points + done.points)} pt</span>
      {unestimated > 0 ? (
        <span className="text-faint" data-tooltip="Tasks without an estimate">
          {unestimated}
          <span className="max-sm:sr-only"> unestimated</span>
          <span aria-hidden className="sm:hidden">
            &thinsp;?
          </span>
        </span>
      ) : null}
    </span>
  )
}

/** Teams that plan in hours set a capacity. Hours mean nothing to other teams. */
const hasCapacity = ({ capacity, startDate, endDate }: Sprint) =>
  startDate !== null && endDate !== null && Object.keys(capacity).length > 0

function DoneProgress({ done, tasks }: { done: number; tasks: number }) {
  const label = `${done} of ${tasks} done`
  return (
    <span className="hidden items-center gap-2 md:flex" data-tooltip={label}>
      <span
        role="img"
        aria-label={label}
        className="h-1 w-16 overflow-hidden rounded-full bg-hover"
      >
        <span
          className="block h-full origin-left rounded-full bg-accent transition-transform"
          style={{ transform: `scaleX(${done / tasks})` }}
        />
      </span>
      {done}/{tasks}
    </span>
  )
}

/** Rounds points to two decimals, because sums of fractions are inexact. */
export const formatPoints = (sum: number) => String(Math.round(sum * 100) / 100)
