'use client'

import type { ComponentProps } from 'react'
import { cx } from './cx'
import { Field, type FieldLabelProps } from './Field'
import { fieldClasses } from './fieldClasses'

type Props = Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'type'> &
  FieldLabelProps & {
    /** A date as YYYY-MM-DD; null for none. */
    value: string | null
    onChange: (day: string | null) => void
  }

/** A date input, with the browser's own calendar. */
export function DateField({ label, hint, error, hideLabel, value, onChange, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(links) => (
        <input
          {...rest}
          {...links}
          type="date"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || null)}
          className={cx(fieldClasses, 'h-control', rest.className)}
        />
      )}
    </Field>
  )
}
