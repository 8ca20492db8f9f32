'use client'

import { trpc } from '@/app/_api/trpc'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { EmptyState } from '@/app/_ui/EmptyState'
import type { LocalDate } from '@/domain/kernel/primitives'
import { daysOfWeek } from '@/domain/time/localDate'
import {
  filterTimesheet,
  roundTimesheet,
  type Timesheet,
  timesheetRowsOf,
} from '@/domain/time/timesheet'
import { GROUP_LABELS } from './table/groupLabels'
import { TeamTimesheetFilters } from './table/TeamTimesheetFilters'
import { RowHeader, TimeCell, TimesheetTable } from './table/TimesheetTable'
import type { TimesheetQuery } from './timesheetQuery'

type Props = {
  period: { from: LocalDate; to: LocalDate }
  query: TimesheetQuery
  today: LocalDate
}

/**
 * The logged time of all people in a week, with rows by one grouping. Updates when others log time.
 */
export function TeamTimesheet({ period, query, today }: Props) {
  const { slug: workspace } = useWorkspace()
  const [sheet] = trpc.time.timesheet.useSuspenseQuery(
    { workspace, of: 'everybody', days: period },
    { refetchOnWindowFocus: 'always' },
  )
  return (
    <>
      <TeamTimesheetFilters query={query} sheet={sheet} />
      <TeamTable sheet={filterTimesheet(sheet, query.filter)} query={query} today={today} />
    </>
  )
}

function TeamTable({
  sheet,
  query,
  today,
}: {
  sheet: Timesheet
  query: TimesheetQuery
  today: LocalDate
}) {
  if (sheet.entries.length === 0) {
    return <EmptyState>No such time was logged this week.</EmptyState>
  }
  const { groupBy } = query
  const roundedTimesheet = roundTimesheet(sheet, query.rounding)
  const days = daysOfWeek(query.week)
  // Time in several rows, such as that of a task with two labels, counts once.
  const dayTotals = new Map<LocalDate, number>()
  for (const { day, seconds } of roundedTimesheet.entries)
    dayTotals.set(day, (dayTotals.get(day) ?? 0) + seconds)
  return (
    <TimesheetTable
      caption="Time of the team"
      rowHeader={GROUP_LABELS[groupBy]}
      {...{ days, today, dayTotals }}
    >
      {timesheetRowsOf(roundedTimesheet, groupBy).map((row) => {
        const dailySeconds = days.map((day) => row.days.get(day) ?? 0)
        return (
          <tr key={row.id}>
            <RowHeader>
              <span
                data-tooltip={row.name}
                className="max-sm:line-clamp-2 max-sm:whitespace-normal"
              >
                {row.name}
              </span>
            </RowHeader>
            {dailySeconds.map((seconds, index) => (
              <TimeCell key={days[index]} seconds={seconds} />
            ))}
            <TimeCell strong seconds={dailySeconds.reduce((sum, seconds) => sum + seconds, 0)} />
          </tr>
        )
      })}
    </TimesheetTable>
  )
}
