'use client'

import { type ReactNode, useId } from 'react'

export type FieldLabelProps = {
  label: string
  /** One line of help below the label. */
  hint?: ReactNode
  /** The error and how to fix it. */
  error?: string
  /** Shows the label only to screen readers. */
  hideLabel?: boolean
}

export type FieldControlProps = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/**
 * Label, hint and error around one control. `children` receives the ids that connect them to it.
 */
export function Field({
  label,
  hint,
  error,
  hideLabel,
  children,
}: FieldLabelProps & { children: (controlProps: FieldControlProps) => ReactNode }) {
  const id = useId()
  const messageId = `${id}-words`
  const controlProps: FieldControlProps = {
    id,
    'aria-describedby': hint || error ? messageId : undefined,
    'aria-invalid': error ? true : undefined,
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
      </label>
      {children(controlProps)}
      {error || hint ? (
        <p
          id={messageId}
          role={error ? 'alert' : undefined}
          className={error ? 'text-danger-ink' : 'text-muted'}
        >
          {error ?? hint}
        </p>
      ) : null}
    </div>
  )
}
