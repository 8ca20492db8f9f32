import { EmptyState } from '@/app/_ui/EmptyState'
import type { LocalDate } from '@/domain/kernel/primitives'
import { daysOfWeek } from '@/domain/time/localDate'
import { roundTimesheet, type Timesheet, timesheetRowsOf } from '@/domain/time/timesheet'
import { GROUP_LABELS } from './table/groupLabels'
import { RowHeader, TimeCell, TimesheetTable } from './table/TimesheetTable'
import type { TimesheetQuery } from './timesheetQuery'

/** The team's time in a week, grouped into rows. */
export function TeamTimesheet({
  sheet,
  query,
  today,
}: {
  sheet: Timesheet
  query: TimesheetQuery
  today: LocalDate
}) {
  if (sheet.entries.length === 0) {
    return <EmptyState>Nobody has logged such time in this week.</EmptyState>
  }
  const { groupBy } = query
  const roundedTimesheet = roundTimesheet(sheet, query.rounding)
  const days = daysOfWeek(query.week)
  // Time that appears in several rows (a task with two labels) counts once.
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
