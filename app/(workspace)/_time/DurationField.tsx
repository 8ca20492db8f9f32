'use client'

import { useState } from 'react'
import { TextField } from '@/app/_ui/TextField'
import { formatDuration, parseDuration, type WorkTime } from '@/domain/time/duration'
import { LIMITS } from '@/domain/words'
import { useWorkTime } from '../_frame/workspace'

type Props = {
  label: string
  hideLabel?: boolean
  /** In seconds; null for none. What is typed stays until the field is made anew. */
  value: number | null
  /** Told with `undefined` while what stands there is no duration. */
  onChange: (seconds: number | null | undefined) => void
  /** Says what is wrong: somebody has tried to go on. */
  complain?: boolean
  /** Empty, and nothing at all, count as wrong. */
  needed?: boolean
}

const HINT = 'Such as 2h 30m, 1d or 90m; a bare number is hours.'

/** A stretch of work as people type it: "1w 2d 3h 30m". */
export function DurationField({ label, hideLabel, value, onChange, complain, needed }: Props) {
  const work = useWorkTime()
  const [typed, setTyped] = useState(value === null ? '' : formatDuration(value, work))
  const seconds = typed.trim() === '' ? null : secondsOf(typed, work)
  const wrong = seconds === undefined || (needed && !seconds)
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      hint={HINT}
      error={complain && wrong ? `Enter a duration. ${HINT}` : undefined}
      value={typed}
      autoComplete="off"
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        onChange(text.trim() === '' ? null : secondsOf(text, work))
      }}
    />
  )
}

/** The seconds of a text; undefined where it is no duration that the rules take. */
export function secondsOf(text: string, work: WorkTime): number | undefined {
  const seconds = parseDuration(text, work)
  return seconds === null || seconds > LIMITS.seconds ? undefined : seconds
}
