'use client'

import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { type ButtonSize, type ButtonTone, buttonClasses } from './buttonClasses'
import { cx } from './cx'
import { Spinner } from './Spinner'

export type ButtonProps = ComponentProps<'button'> & {
  tone?: ButtonTone
  size?: ButtonSize
  /** Shows that work is in progress and ignores presses, but keeps the focus. */
  pending?: boolean
  icon?: ReactNode
}

/** A button. Its text is a verb. Not a submit button unless `type` says so. */
export function Button({ tone, size, pending, icon, className, children, ...rest }: ButtonProps) {
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault()
    else rest.onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      className={cx(buttonClasses(tone, size), className)}
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending}
      onClick={onClick}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  )
}
