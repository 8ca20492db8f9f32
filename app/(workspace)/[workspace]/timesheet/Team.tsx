import { EmptyState } from '@/app/_ui/EmptyState'
import { daysOfWeek } from '@/domain/time/day'
import { rounded } from '@/domain/time/rounding'
import { rowsOf, type Timesheet } from '@/domain/time/timesheet'
import type { Day } from '@/domain/words'
import type { Asked } from './asked'
import { GROUP_WORDS } from './group-words'
import { RowHead, SheetTable, TimeCell } from './SheetTable'

/** Everybody's time in a week, in rows of one kind. */
export function Team({ sheet, asked, today }: { sheet: Timesheet; asked: Asked; today: Day }) {
  if (sheet.entries.length === 0) {
    return <EmptyState>Nobody has logged such time in this week.</EmptyState>
  }
  const { rounding, by } = asked
  const days = daysOfWeek(asked.week)
  const sums = new Map(
    days.map((day) => [
      day,
      // What is in several rows (a task with two labels) counts once.
      rowsOf({ ...sheet, entries: sheet.entries.filter((each) => each.day === day) }, 'task')
        .map((row) => rounded(row.days.get(day) ?? 0, rounding))
        .reduce((sum, seconds) => sum + seconds, 0),
    ]),
  )
  return (
    <SheetTable caption="Time of the team" first={GROUP_WORDS[by]} {...{ days, today, sums }}>
      {rowsOf(sheet, by).map((row) => {
        const times = days.map((day) => rounded(row.days.get(day) ?? 0, rounding))
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
