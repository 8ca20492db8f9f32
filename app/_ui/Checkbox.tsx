'use client'

import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

type Props = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & {
  label: ReactNode
  hint?: ReactNode
  onChange?: (checked: boolean) => void
}

/** A checkbox with a label beside it. */
export function Checkbox({ label, hint, onChange, className, ...rest }: Props) {
  return (
    <label className={cx('flex min-h-control items-start gap-2 py-1', className)}>
      <span className="relative mt-0.5 flex size-4 shrink-0">
        <input
          {...rest}
          type="checkbox"
          onChange={(event) => onChange?.(event.target.checked)}
          className="peer size-4 appearance-none rounded-chip border border-edge bg-raised transition-colors checked:border-accent checked:bg-accent disabled:opacity-50"
        />
        <Check
          aria-hidden="true"
          className="pointer-events-none absolute inset-0.5 size-3 stroke-3 text-on-accent opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span>
        {label}
        {hint ? <span className="block text-muted">{hint}</span> : null}
      </span>
    </label>
  )
}
