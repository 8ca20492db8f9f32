'use client'

import { useState } from 'react'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { TextField } from '@/app/_ui/TextField'
import { LIMITS } from '@/domain/kernel/primitives'
import { formatDuration, parseDuration, type WorkTime } from '@/domain/time/duration'

type Props = {
  label: string
  hideLabel?: boolean
  /** In seconds; null for none. What is typed stays until the field is made anew. */
  value: number | null
  /** Told with `undefined` while what stands there is no duration. */
  onChange: (seconds: number | null | undefined) => void
  /** Says what is wrong: somebody has tried to go on. */
  showError?: boolean
  /** Empty, and nothing at all, count as wrong. */
  required?: boolean
}

const HINT = 'Such as 2h 30m, 1d or 90m; a bare number is hours.'

/** A stretch of work as people type it: "1w 2d 3h 30m". */
export function DurationField({ label, hideLabel, value, onChange, showError, required }: Props) {
  const workTime = useWorkTime()
  const [typed, setTyped] = useState(value === null ? '' : formatDuration(value, workTime))
  const seconds = typed.trim() === '' ? null : parseSeconds(typed, workTime)
  const isInvalid = seconds === undefined || (required && !seconds)
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      hint={HINT}
      error={showError && isInvalid ? `Enter a duration. ${HINT}` : undefined}
      value={typed}
      autoComplete="off"
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        onChange(text.trim() === '' ? null : parseSeconds(text, workTime))
      }}
    />
  )
}

/** The seconds of a text; undefined where it is no duration that the rules take. */
export function parseSeconds(text: string, workTime: WorkTime): number | undefined {
  const seconds = parseDuration(text, workTime)
  return seconds === null || seconds > LIMITS.seconds ? undefined : seconds
}
