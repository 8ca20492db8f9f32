'use client'

import type { ReactElement, ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'
import { Arrived } from './Arrived'
import type { Arrival } from './useArrivals'

/** The look of a property's value: a chip in a row of them, or the end of a line in a narrow list. */
export const valueLook =
  'flex min-h-control min-w-0 max-w-full items-center gap-1.5 rounded-card border border-line px-2 ' +
  'text-left transition-colors @max-xs:grow @max-xs:border-transparent'

type ValueProps = {
  label: string
  /** The value in words, for screen readers; the field is empty without it. */
  words: string | null
  keys?: string
  children: ReactNode
}

/** The button of a property, which opens what changes it. A Pick or Popover brings the rest. */
export function valueButton({
  label,
  words,
  keys,
  children,
}: ValueProps): ReactElement<Record<string, unknown>> {
  return (
    <button
      type="button"
      aria-label={`${label}: ${words ?? 'none'}`}
      data-tip={`Change ${label.toLowerCase()}`}
      data-tip-keys={keys}
      className={cx(valueLook, 'hover:bg-hover', words === null && 'text-muted')}
    >
      {children}
    </button>
  )
}

type Props = { label: string; arrival?: Arrival; children: ReactNode }

/** One property: in a narrow list its name stands before it. */
export function Property({ label, arrival, children }: Props) {
  return (
    <div className="relative isolate flex max-w-full items-center @max-xs:min-h-row @max-xs:w-full">
      <span
        aria-hidden
        className="hidden w-20 shrink-0 self-start pt-1.75 text-muted @max-xs:block touch:pt-3"
      >
        {label}
      </span>
      {children}
      <Arrived arrival={arrival} />
    </div>
  )
}
