'use client'

import { useState } from 'react'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { TextField } from '@/app/_ui/TextField'
import { LIMITS } from '@/domain/kernel/primitives'
import { formatDuration, parseDuration, type WorkTime } from '@/domain/time/duration'

type Props = {
  label: string
  hideLabel?: boolean
  /** Initial value in seconds; null for none. Typed text stays until the field is remounted. */
  value: number | null
  /** Called with `undefined` while the text is not a valid duration. */
  onChange: (seconds: number | null | undefined) => void
  /** Shows the error, after an attempt to submit. */
  showError?: boolean
  /** Treats an empty or zero duration as an error. */
  required?: boolean
}

const HINT = 'Such as 2h 30m, 1d or 90m; a bare number is hours.'

/** An input for a duration such as "1w 2d 3h 30m". */
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

/** Parses a duration into seconds; undefined when it is invalid. */
export function parseSeconds(text: string, workTime: WorkTime): number | undefined {
  const seconds = parseDuration(text, workTime)
  return seconds === null || seconds > LIMITS.seconds ? undefined : seconds
}
