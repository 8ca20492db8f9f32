'use client'

import { cx } from '@/app/_ui/cx'
import { fieldClasses } from '@/app/_ui/fieldClasses'

type Props = {
  /** Accessible name, for example "Type of Improvement". */
  label: string
  options: { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
}

/** A native select in a table cell. Native, because it works well on phones. */
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
