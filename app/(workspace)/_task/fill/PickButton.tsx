'use client'

import type { ComponentProps } from 'react'
import { cx } from '@/app/_ui/cx'
import { fieldLook } from '@/app/_ui/field-look'
import type { PickOption } from '@/app/_ui/Pick'

type Props = ComponentProps<'button'> & { label: string; options: PickOption[]; ids: string[] }

/** A field that opens a list and shows what is picked. */
export function PickButton({ label, options, ids, ...rest }: Props) {
  const names = ids.map((id) => options.find((option) => option.id === id)?.label ?? id)
  const words = names.join(', ')
  return (
    <button
      type="button"
      {...rest}
      aria-label={`${label}: ${words || 'none'}`}
      className={cx(fieldLook, 'min-h-control text-left', !words && 'text-faint')}
    >
      {words || 'Choose…'}
    </button>
  )
}
