'use client'

import type { ComponentProps } from 'react'
import { cx } from './cx'
import { Field, type FieldLabelProps } from './Field'
import { fieldClasses } from './fieldClasses'

/** A multi-line text field that grows with its text. */
export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  className,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'id'> & FieldLabelProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(links) => (
        <textarea
          rows={3}
          {...rest}
          {...links}
          className={cx(fieldClasses, 'field-sizing-content max-h-96 min-h-18 py-1.5', className)}
        />
      )}
    </Field>
  )
}
