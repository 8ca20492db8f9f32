'use client'

import type { ComponentProps } from 'react'
import type { ComboboxOption } from '@/app/_ui/Combobox'
import { cx } from '@/app/_ui/cx'
import { fieldClasses } from '@/app/_ui/fieldClasses'

type Props = ComponentProps<'button'> & { label: string; options: ComboboxOption[]; ids: string[] }

/** A form field that opens a list and shows the picked options. */
export function PickerButton({ label, options, ids, ...rest }: Props) {
  const names = ids.map((id) => options.find((option) => option.id === id)?.label ?? id)
  const text = names.join(', ')
  return (
    <button
      type="button"
      {...rest}
      aria-label={`${label}: ${text || 'none'}`}
      className={cx(fieldClasses, 'min-h-control text-left', !text && 'text-faint')}
    >
      {text || 'Choose…'}
    </button>
  )
}
