'use client'

import { viewOf } from '@/app/_features/taskFields/taskFieldViews'
import { usePeople, useProject } from '@/app/_replica/react/projectHooks'
import { type FilterableField, NO_VALUE, rulesOf } from '@/domain/task/fields'
import { FilterPicker } from './FilterPicker'

type Props = { field: FilterableField; value: string[]; onChange: (values: unknown[]) => void }

/** Filters by a field with few choices. */
export function FieldFilterPicker({ field, value, onChange }: Props) {
  const people = usePeople()
  const project = useProject()
  const { label, Icon, options } = viewOf(field)
  const { filter, values } = rulesOf(field)
  const choices = options?.({ people, project, labels: [] }) ?? []
  const none = filter === 'valuesOrNone' ? [{ id: NO_VALUE, label: 'None' }] : []
  return (
    <FilterPicker
      label={label}
      icon={<Icon />}
      options={[...none, ...choices]}
      value={value}
      onPick={(ids) => onChange(ids.map((id) => values?.find((each) => String(each) === id) ?? id))}
    />
  )
}
