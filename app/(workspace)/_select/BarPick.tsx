'use client'

import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/Button'
import { Pick } from '@/app/_ui/Pick'
import type { BulkChange } from '@/domain/task/commands'
import type { BulkField } from './fields'

type Props = { field: BulkField; icon: ReactNode; onChange: (change: BulkChange) => void }

/** One field of the bar: what is picked is set on every selected task. */
export function BarPick({ field, icon, onChange }: Props) {
  const { label, options, value, change, name } = field
  const trigger = (
    <Button size="small" tone="bare" icon={icon} aria-label={label}>
      <span className="max-md:hidden">{label}</span>
    </Button>
  )
  if (!Array.isArray(value)) {
    const onPick = (id: string) => onChange(change(id, false))
    return <Pick label={label} options={options} value={value} onPick={onPick} trigger={trigger} />
  }
  const onPick = (ids: string[]) => {
    const more = ids.find((id) => !value.includes(id))
    const less = value.find((id) => !ids.includes(id))
    if (more) onChange(change(more, false))
    else if (less) onChange(change(less, true))
  }
  const onCreate = name === 'labels' ? (text: string) => onChange(change(text, false)) : undefined
  const shared = { label, options, value, onPick, onCreate, trigger }
  return <Pick many {...shared} />
}
