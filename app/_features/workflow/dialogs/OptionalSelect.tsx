'use client'

import { useId } from 'react'
import { cx } from '@/app/_ui/cx'
import { fieldClasses } from '@/app/_ui/fieldClasses'

type Props = {
  label: string
  /** '' leaves the field unchanged. */
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** A select with one of a few values, or none. */
export function OptionalSelect({ label, value, options, onChange }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-muted">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cx(fieldClasses, 'h-control')}
      >
        <option value="">Unchanged</option>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  )
}
