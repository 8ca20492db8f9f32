'use client'

import { type ReactNode, useId } from 'react'

type Props<Value extends string> = {
  /** Accessible name, for example "View". */
  label: string
  options: { value: Value; label: string; icon?: ReactNode }[]
  value: Value
  onChange: (value: Value) => void
  /** Shows only the icons, with the labels as tooltips. */
  iconsOnly?: boolean
}

/** Switches between a few views of the same content, with arrow key navigation. */
export function SegmentedControl<Value extends string>(props: Props<Value>) {
  const { label, options, value, onChange, iconsOnly } = props
  const name = useId()
  return (
    <fieldset className="inline-flex h-control items-stretch rounded-card bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          data-tooltip={iconsOnly ? option.label : undefined}
          className="relative flex items-center gap-1.5 rounded-chip px-2 font-medium text-muted transition-colors hover:text-text has-checked:bg-raised has-checked:text-text has-checked:outline has-checked:outline-line has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          {option.icon}
          <span className={iconsOnly ? 'sr-only' : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
