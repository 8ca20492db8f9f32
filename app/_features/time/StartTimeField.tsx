'use client'

import { TextField } from '@/app/_ui/TextField'
import type { Instant } from '@/domain/kernel/primitives'
import { instantAt, localDateOf, localTimeOf } from '@/domain/time/localDate'
import { useTimeZone } from './useTimeZone'

type Props = { label: string; value: Instant; onChange: (at: Instant) => void }

/** The start of the work: date and time in the reader's time zone. */
export function StartTimeField({ label, value, onChange }: Props) {
  const timeZone = useTimeZone()
  return (
    <TextField
      label={label}
      type="datetime-local"
      max="9999-12-31T23:59"
      value={`${localDateOf(value, timeZone)}T${localTimeOf(value, timeZone)}`}
      onChange={(event) => {
        const [day, time] = event.target.value.split('T')
        if (day && time) onChange(instantAt(day, time.slice(0, 5), timeZone))
      }}
    />
  )
}

/** Formats a time as "5 Jan 2031, 10:00" in a time zone. */
export function formatStartTime(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at))
}
