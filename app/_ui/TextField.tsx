'use client'

import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { Field, type FieldLabelProps } from './Field'
import { fieldClasses } from './fieldClasses'

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> &
  FieldLabelProps & {
    /** An icon at the start of the field. */
    icon?: ReactNode
  }

/** A one-line text field; `type` also allows e-mail, password, number and search. */
export function TextField({ label, hint, error, hideLabel, icon, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(links) => (
        <span className="relative flex">
          {icon ? (
            <span className="pointer-events-none absolute inset-y-0 left-2 flex items-center text-faint [&_svg]:size-4">
              {icon}
            </span>
          ) : null}
          <input
            {...rest}
            {...links}
            className={cx(fieldClasses, 'h-control', Boolean(icon) && 'pl-8', rest.className)}
          />
        </span>
      )}
    </Field>
  )
}
