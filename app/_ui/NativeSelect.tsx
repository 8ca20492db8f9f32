'use client'

import { cx } from './cx'
import { fieldClasses } from './fieldClasses'

type Props = {
  /** What is chosen, read by screen readers. */
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  /** Without an edge until it is pointed at: one of many in a list. */
  borderless?: boolean
  className?: string
}

/** The browser's own list: it costs nothing to have hundreds of them on one page. */
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
