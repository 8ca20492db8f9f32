'use client'

import { cx } from './cx'
import { fieldClasses } from './fieldClasses'

type Props = {
  /** Accessible name. */
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  /** Shows the border only on hover, for selects in a list. */
  borderless?: boolean
  className?: string
}

/** The browser's own select: cheap enough for hundreds on one page. */
export function NativeSelect({ label, value, choices, onChange, borderless, className }: Props) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cx(
        fieldClasses,
        'h-control',
        borderless && 'border-transparent bg-transparent text-muted hover:text-text',
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
