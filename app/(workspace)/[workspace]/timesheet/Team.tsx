import { EmptyState } from '@/app/_ui/EmptyState'
import { daysOfWeek } from '@/domain/time/day'
import { roundedSheet, rowsOf, type Timesheet } from '@/domain/time/timesheet'
import type { Day } from '@/domain/words'
import type { Asked } from './asked'
import { GROUP_WORDS } from './group-words'
import { RowHead, SheetTable, TimeCell } from './SheetTable'

/** Everybody's time in a week, in rows of one kind. */
export function Team({ sheet, asked, today }: { sheet: Timesheet; asked: Asked; today: Day }) {
  if (sheet.entries.length === 0) {
    return <EmptyState>Nobody has logged such time in this week.</EmptyState>
  }
  const { by } = asked
  const shown = roundedSheet(sheet, asked.rounding)
  const days = daysOfWeek(asked.week)
  // What is in several rows (a task with two labels) counts once.
  const sums = new Map<Day, number>()
  for (const { day, seconds } of shown.entries) sums.set(day, (sums.get(day) ?? 0) + seconds)
  return (
    <SheetTable caption="Time of the team" first={GROUP_WORDS[by]} {...{ days, today, sums }}>
      {rowsOf(shown, by).map((row) => {
        const times = days.map((day) => row.days.get(day) ?? 0)
        return (
          <tr key={row.id}>
            <RowHead>
              <span data-tip={row.name} className="max-sm:line-clamp-2 max-sm:whitespace-normal">
                {row.name}
              </span>
            </RowHead>
            {times.map((seconds, place) => (
              <TimeCell key={days[place]} seconds={seconds} />
            ))}
            <TimeCell strong seconds={times.reduce((sum, seconds) => sum + seconds, 0)} />
          </tr>
        )
      })}
    </SheetTable>
  )
}
