'use client'

import type { ReactElement, ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'
import { RemoteChangeHighlight } from '../remoteChanges/RemoteChangeHighlight'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'

/** Style of a property's value: a chip in a row, or the end of a line in a narrow list. */
export const propertyValueClass =
  'flex min-h-control min-w-0 max-w-full items-center gap-1.5 rounded-card border border-line px-2 ' +
  'text-left transition-colors @max-xs:grow @max-xs:border-transparent'

type PropertyButtonProps = {
  label: string
  /** The value as text for screen readers; null when the field is empty. */
  valueText: string | null
  keys?: string
  children: ReactNode
}

/** Returns the button of a property. The picker or popover around it adds the behavior. */
export function propertyButton({
  label,
  valueText,
  keys,
  children,
}: PropertyButtonProps): ReactElement<Record<string, unknown>> {
  return (
    <button
      type="button"
      aria-label={`${label}: ${valueText ?? 'none'}`}
      data-tooltip={`Change ${label.toLowerCase()}`}
      data-tooltip-keys={keys}
      className={cx(propertyValueClass, 'hover:bg-hover', valueText === null && 'text-muted')}
    >
      {children}
    </button>
  )
}

type Props = { label: string; remoteChange?: RemoteChange; children: ReactNode }

/** One property. In a narrow list its name is shown in front. */
export function Property({ label, remoteChange, children }: Props) {
  return (
    <div className="relative isolate flex max-w-full items-center @max-xs:min-h-row @max-xs:w-full">
      <span
        aria-hidden
        className="hidden w-20 shrink-0 self-start pt-1.75 text-muted @max-xs:block touch:pt-3"
      >
        {label}
      </span>
      {children}
      <RemoteChangeHighlight change={remoteChange} />
    </div>
  )
}
