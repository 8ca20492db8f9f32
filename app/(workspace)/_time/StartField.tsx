'use client'

import { TextField } from '@/app/_ui/TextField'
import { dayOf, momentAt, timeOf } from '@/domain/time/day'
import type { Moment } from '@/domain/words'
import { useZone } from './useZone'

type Props = { label: string; value: Moment; onChange: (at: Moment) => void }

/** When work began: a day and a time, by the reader's own clock. */
export function StartField({ label, value, onChange }: Props) {
  const zone = useZone()
  return (
    <TextField
      label={label}
      type="datetime-local"
      max="9999-12-31T23:59"
      value={`${dayOf(value, zone)}T${timeOf(value, zone)}`}
      onChange={(event) => {
        const [day, time] = event.target.value.split('T')
        if (day && time) onChange(momentAt(day, time.slice(0, 5), zone))
      }}
    />
  )
}

/** "5 Jan 2031, 10:00", by a clock of the zone. */
export function startWords(at: Moment, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(at))
}
