'use client'

import { cx } from '@/app/_ui/cx'
import { fieldClasses } from '@/app/_ui/fieldClasses'

type Props = {
  /** What is chosen, and for what: "Type of Improvement". */
  label: string
  options: { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
}

/** One of a few words, in a cell of a table; the browser's own list, which phones know well. */
export function CellSelect({ label, options, value, onChange }: Props) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cx(fieldClasses, 'h-control min-w-32')}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
