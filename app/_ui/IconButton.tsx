'use client'

import type { ComponentProps, ReactNode } from 'react'
import { buttonClasses } from './buttonClasses'
import { cx } from './cx'
import { Spinner } from './Spinner'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** A verb. Used as accessible name and tooltip. */
  label: string
  icon: ReactNode
  /** Keyboard shortcut shown in the tooltip: `C`, `Ctrl K`. */
  keys?: string
  size?: 'small' | 'normal'
  tone?: 'ghost' | 'secondary'
  pending?: boolean
}

/** A square button with only an icon. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, keys, size = 'normal', tone = 'ghost', pending, className, ...rest } = props
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-busy={pending}
      data-tooltip={label}
      data-tooltip-keys={keys}
      className={cx(buttonClasses(tone, size, true), className)}
    >
      {pending ? <Spinner /> : icon}
    </button>
  )
}
