'use client'

import { type ReactNode, useId } from 'react'

export type RadioOption = {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

type Props = {
  label: string
  options: RadioOption[]
  value: string | null
  onChange: (value: string) => void
  hideLabel?: boolean
  disabled?: boolean
}

/** A visible choice of one among a few options, with arrow key navigation. */
export function RadioGroup({ label, options, value, onChange, hideLabel, disabled }: Props) {
  const name = useId()
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className={hideLabel ? 'sr-only' : 'mb-1 font-medium'}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex min-h-control items-start gap-2 py-1">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
            className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-edge bg-raised transition-[border] checked:border-5 checked:border-accent disabled:opacity-50"
          />
          <span className="min-w-0 grow">
            {option.label}
            {option.hint ? <span className="block text-muted">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
