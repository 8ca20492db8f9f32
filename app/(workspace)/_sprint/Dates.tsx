'use client'

import { DateField } from '@/app/_ui/DateField'
import type { Day } from '@/domain/words'

export interface DatesValue {
  startDate: Day | null
  endDate: Day | null
}

type Props = { value: DatesValue; problem?: string; onChange: (dates: DatesValue) => void }

/** The first and the last day of a sprint, side by side. */
export function Dates({ value: { startDate, endDate }, problem, onChange }: Props) {
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
        error={problem}
        onChange={(day) => onChange({ startDate, endDate: day })}
      />
    </div>
  )
}

/** What is wrong with a sprint's dates; `needed` where it cannot be without. */
export function datesProblem({ startDate, endDate }: DatesValue, needed: boolean) {
  if (needed && !(startDate && endDate)) return 'A running sprint needs both its dates.'
  if (startDate && endDate && endDate < startDate) return 'It ends before it starts.'
  return undefined
}
