'use client'

import { DurationField } from '@/app/_features/time/DurationField'
import { usePeople, useProject } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import { DateField } from '@/app/_ui/DateField'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { TextArea } from '@/app/_ui/TextArea'
import { TextField } from '@/app/_ui/TextField'
import { LIMITS } from '@/domain/kernel/primitives'
import type { RequiredField } from '@/domain/workflow/transition'
import { labelOption } from '../labelOption'
import { personOptions } from '../personOptions'
import { requiredFieldLabels } from '../requiredFieldLabels'
import { RESOLUTIONS } from '../resolutions'
import { useLoadedLabels } from '../useLoadedLabels'
import { PickerButton } from './PickerButton'

type Props = {
  field: RequiredField
  value: unknown
  /** Somebody has tried to go on without it. */
  isMissing: boolean
  onChange: (value: unknown) => void
}

/** One field that a move asks for. */
export function RequiredFieldInput({ field, value, isMissing, onChange }: Props) {
  const label = requiredFieldLabels[field]
  const error = isMissing ? 'This is needed before it can move.' : undefined
  switch (field) {
    case 'estimate':
      return (
        <TextField
          label={label}
          hint="In points."
          error={error}
          type="number"
          min={0}
          max={LIMITS.estimate}
          step="any"
          value={value === null ? '' : String(value)}
          onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
        />
      )
    case 'dueDate':
      return (
        <DateField label={label} error={error} value={value as string | null} onChange={onChange} />
      )
    case 'description':
      return (
        <TextArea
          label={label}
          error={error}
          maxLength={LIMITS.description}
          value={String(value ?? '')}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    case 'originalEstimate':
    case 'remainingEstimate':
      return (
        <div>
          <DurationField
            label={label}
            value={value as number | null}
            onChange={(seconds) => onChange(seconds ?? null)}
          />
          <FieldError error={error} />
        </div>
      )
    case 'resolution':
      return (
        <div>
          <RadioGroup
            label={label}
            value={value as string | null}
            onChange={onChange}
            options={RESOLUTIONS}
          />
          <FieldError error={error} />
        </div>
      )
    default: {
      const ids = (value ?? []) as string[]
      return (
        <div>
          <span className="mb-1 block font-medium">{label}</span>
          <MultiPicker field={field} ids={ids} onChange={onChange} />
          <FieldError error={error} />
        </div>
      )
    }
  }
}

type MultiPickerProps = { field: MultiValueField; ids: string[]; onChange: (ids: string[]) => void }
type MultiValueField = 'assignees' | 'labels' | 'components' | 'fixVersions' | 'affectedVersions'

/** Any number of entries, picked from what there is. */
function MultiPicker({ field, ids, onChange }: MultiPickerProps) {
  const people = usePeople()
  const labels = useLoadedLabels()
  const { components, fixVersions } = useProject()
  const toOptions = (all: { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ id, label: name }))
  const options = {
    assignees: () => personOptions(people),
    labels: () => [...new Set([...labels, ...ids])].map(labelOption),
    components: () => toOptions(components.filter((each) => !each.removedAt)),
    fixVersions: () =>
      toOptions(fixVersions.filter((each) => !each.removedAt && each.state !== 'archived')),
    affectedVersions: () => toOptions(fixVersions.filter((each) => !each.removedAt)),
  }[field]()
  const label = requiredFieldLabels[field]
  return (
    <Combobox
      multiple
      label={label}
      options={options}
      value={ids}
      empty={field === 'assignees' || field === 'labels' ? undefined : 'There is none yet.'}
      onSelect={onChange}
      onCreate={field === 'labels' ? (text) => onChange([...ids, text]) : undefined}
      trigger={<PickerButton label={label} options={options} ids={ids} />}
    />
  )
}

function FieldError({ error }: { error: string | undefined }) {
  return error ? (
    <p role="alert" className="mt-1 text-danger-ink">
      {error}
    </p>
  ) : null
}
