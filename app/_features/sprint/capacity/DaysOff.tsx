'use client'

import { Checkbox } from '@/app/_ui/Checkbox'
import type { LocalDate } from '@/domain/kernel/primitives'
import { workingDays } from '@/domain/sprint/capacity'
import type { Sprint } from '@/domain/sprint/sprint'

type Props = { sprint: Sprint; value: readonly LocalDate[]; onChange: (days: LocalDate[]) => void }

/** Checkboxes for the sprint's working days, to mark those on which a person is away. */
export function DaysOff({ sprint: { startDate, endDate }, value, onChange }: Props) {
  const days = startDate && endDate ? workingDays(startDate, endDate) : []
  if (days.length === 0) {
    return <p className="p-2 text-muted">Give the sprint its dates first.</p>
  }
  const daysOff = new Set(value)
  return (
    <fieldset className="max-h-72 overflow-y-auto p-1">
      <legend className="mb-1 font-medium">Away on</legend>
      {days.map((day) => (
        <Checkbox
          key={day}
          label={formatWeekday(day)}
          checked={daysOff.has(day)}
          onChange={(checked) =>
            onChange(checked ? [...value, day].sort() : value.filter((each) => each !== day))
          }
        />
      ))}
    </fieldset>
  )
}

/** Formats a date as "Mon 3 Feb". No time zone applies. */
function formatWeekday(day: LocalDate): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${day}T00:00:00Z`))
}
