'use client'

import { useId } from 'react'
import { cx } from '@/app/_ui/cx'
import { fieldLook } from '@/app/_ui/field-look'

type Props = {
  label: string
  /** '' leaves the field as it is. */
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** One of a few values, or none of them. */
export function Select({ label, value, options, onChange }: Props) {
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
        className={cx(fieldLook, 'h-control')}
      >
        <option value="">Left as it is</option>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  )
}
