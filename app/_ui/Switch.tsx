'use client'

import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

type Props = Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'role'> & {
  label: ReactNode
  hint?: ReactNode
  onChange?: (on: boolean) => void
}

/** A switch that takes effect at once, without a form. */
export function Switch({ label, hint, onChange, className, ...rest }: Props) {
  return (
    <label className={cx('flex min-h-control items-start justify-between gap-4 py-1', className)}>
      <span>
        {label}
        {hint ? <span className="block text-muted">{hint}</span> : null}
      </span>
      <span className="relative mt-0.5 flex shrink-0">
        <input
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox exposes its own state
          role="switch"
          onChange={(event) => onChange?.(event.target.checked)}
          className="peer h-4 w-7 appearance-none rounded-full border border-edge bg-sunken transition-colors checked:border-accent checked:bg-accent disabled:opacity-50"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-0.75 left-0.75 size-2.5 rounded-full bg-muted transition-[translate,background-color] peer-checked:translate-x-3 peer-checked:bg-on-accent"
        />
      </span>
    </label>
  )
}
