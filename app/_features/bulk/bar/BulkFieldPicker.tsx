'use client'

import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import type { BulkChange } from '@/domain/task/commands'
import type { BulkField } from './bulkFields'

type Props = { field: BulkField; onChange: (change: BulkChange) => void }

/** One field of the bulk bar. The picked value is set on every selected task. */
export function BulkFieldPicker({ field, onChange }: Props) {
  const { label, icon, options, value, toChange, name } = field
  const trigger = (
    <Button size="small" tone="ghost" icon={icon} aria-label={label}>
      <span className="max-md:hidden">{label}</span>
    </Button>
  )
  if (!Array.isArray(value)) {
    const onSelect = (id: string) => onChange(toChange(id, false))
    return (
      <Combobox
        label={label}
        options={options}
        value={value}
        onSelect={onSelect}
        trigger={trigger}
      />
    )
  }
  const onSelect = (ids: string[]) => {
    const added = ids.find((id) => !value.includes(id))
    const removed = value.find((id) => !ids.includes(id))
    if (added) onChange(toChange(added, false))
    else if (removed) onChange(toChange(removed, true))
  }
  const onCreate = name === 'labels' ? (text: string) => onChange(toChange(text, false)) : undefined
  const shared = { label, options, value, onSelect, onCreate, trigger }
  return <Combobox multiple {...shared} />
}
