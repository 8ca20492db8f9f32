'use client'

import { usePeople, useProject } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import { useLoadedLabels } from '../useLoadedLabels'
import { type FieldEditorProps, FieldError } from './editors'
import type { FieldOptions } from './fieldOptionSources'
import { PickerButton } from './PickerButton'

type Props = FieldEditorProps<string[]> & {
  optionsOf: FieldOptions
  /** True when typed text can become a new entry. */
  canCreate?: boolean
}

/** Picks any number of entries from a list. */
export function SetEditor({ label, value, onChange, error, optionsOf, canCreate }: Props) {
  const people = usePeople()
  const labels = useLoadedLabels()
  const project = useProject()
  const options = optionsOf({ people, project, labels: [...new Set([...labels, ...value])] })
  return (
    <div>
      <span className="mb-1 block font-medium">{label}</span>
      <Combobox
        multiple
        label={label}
        options={options}
        value={value}
        empty={options.length === 0 ? 'There is none yet.' : undefined}
        onSelect={onChange}
        onCreate={canCreate ? (text) => onChange([...value, text]) : undefined}
        trigger={<PickerButton label={label} options={options} ids={value} />}
      />
      <FieldError error={error} />
    </div>
  )
}
