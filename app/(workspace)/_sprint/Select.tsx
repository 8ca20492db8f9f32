'use client'

import { cx } from '@/app/_ui/cx'
import { fieldLook } from '@/app/_ui/field-look'
import type { Choice, Destination } from './destinations'

type Props = {
  /** What is chosen, read by screen readers. */
  label: string
  value: Destination
  choices: readonly Choice[]
  onChange: (value: Destination) => void
  /** Without an edge until it is pointed at: one of many in a list. */
  quiet?: boolean
  className?: string
}

/** The browser's own list: it costs nothing to have hundreds of them on one page. */
export function Select({ label, value, choices, onChange, quiet, className }: Props) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cx(
        fieldLook,
        'h-control',
        quiet && 'border-transparent bg-transparent text-muted hover:text-text',
        className,
      )}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
