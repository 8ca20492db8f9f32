'use client'

import type { ReactElement, ReactNode } from 'react'
import { Combobox, type ComboboxOption } from '@/app/_ui/Combobox'
import { cx } from '@/app/_ui/cx'

type Props = {
  label: string
  icon: ReactNode
  options: ComboboxOption[]
  value: string[]
  onPick: (ids: string[]) => void
  onCreate?: (text: string) => void
}

/** Filters by one field: tasks match when they have any of the selected values. */
export function FilterPicker({
  label,
  icon,
  options,
  value,
  onPick,
  onCreate,
}: Props): ReactElement {
  const isActive = value.length > 0
  return (
    <Combobox
      multiple
      label={label}
      options={options}
      value={value}
      onSelect={onPick}
      onCreate={onCreate}
      trigger={
        <button
          type="button"
          aria-label={
            isActive ? `${label}: ${value.length} selected` : `Filter by ${label.toLowerCase()}`
          }
          data-tooltip={`Filter by ${label.toLowerCase()}`}
          className={cx(
            'flex h-control items-center gap-1.5 rounded-card px-2 transition-colors [&_svg]:size-4',
            isActive
              ? 'bg-accent-soft font-medium text-accent-ink'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          {icon}
          <span className={isActive ? undefined : 'xl:inline md:hidden'}>{label}</span>
          {isActive ? <span className="tabular-nums">{value.length}</span> : null}
        </button>
      }
    />
  )
}
