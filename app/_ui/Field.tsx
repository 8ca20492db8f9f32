'use client'

import { type ReactNode, useId } from 'react'

export type FieldWords = {
  label: string
  /** One line that helps before anything is wrong. */
  hint?: ReactNode
  /** What is wrong, and how to put it right. */
  error?: string
  /** Keeps the label for screen readers alone. */
  hideLabel?: boolean
}

export type FieldLinks = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** Label, hint and error around one control; `children` gets the ids that tie them to it. */
export function Field({
  label,
  hint,
  error,
  hideLabel,
  children,
}: FieldWords & { children: (links: FieldLinks) => ReactNode }) {
  const id = useId()
  const words = `${id}-words`
  const links: FieldLinks = {
    id,
    'aria-describedby': hint || error ? words : undefined,
    'aria-invalid': error ? true : undefined,
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
      </label>
      {children(links)}
      {error || hint ? (
        <p
          id={words}
          role={error ? 'alert' : undefined}
          className={error ? 'text-danger-ink' : 'text-muted'}
        >
          {error ?? hint}
        </p>
      ) : null}
    </div>
  )
}
