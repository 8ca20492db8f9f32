'use client'

import { DateField } from '@/app/_ui/DateField'
import type { LocalDate } from '@/domain/kernel/primitives'

export interface SprintDateRange {
  startDate: LocalDate | null
  endDate: LocalDate | null
}

type Props = { value: SprintDateRange; error?: string; onChange: (dates: SprintDateRange) => void }

/** The start and end date of a sprint, side by side. */
export function SprintDates({ value: { startDate, endDate }, error, onChange }: Props) {
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <DateField
        label="Start"
        value={startDate}
        onChange={(day) => onChange({ startDate: day, endDate })}
      />
      <DateField
        label="End"
        value={endDate}
        error={error}
        onChange={(day) => onChange({ startDate, endDate: day })}
      />
    </div>
  )
}

/** Returns the error in a sprint's dates. With `areRequired`, both must be set. */
export function sprintDatesError({ startDate, endDate }: SprintDateRange, areRequired: boolean) {
  if (areRequired && !(startDate && endDate))
    return 'An active sprint needs a start date and an end date.'
  if (startDate && endDate && endDate < startDate) return 'The end date is before the start date.'
  return undefined
}
