'use client'

import { usePeople, useProject } from '@/app/_client/react/hooks'
import { DateField } from '@/app/_ui/DateField'
import { Pick } from '@/app/_ui/Pick'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { TextArea } from '@/app/_ui/TextArea'
import { TextField } from '@/app/_ui/TextField'
import type { RequiredField } from '@/domain/project/transition'
import { LIMITS } from '@/domain/words'
import { DurationField } from '../../_time/DurationField'
import { labelOption } from '../fields/label-option'
import { personOptions } from '../fields/person-options'
import { RESOLUTIONS } from '../fields/resolutions'
import { useKnownLabels } from '../fields/useKnownLabels'
import { fieldTitles } from './field-titles'
import { PickButton } from './PickButton'

type Props = {
  field: RequiredField
  value: unknown
  /** Somebody has tried to go on without it. */
  isMissing: boolean
  onChange: (value: unknown) => void
}

/** One field that a move asks for. */
export function FillField({ field, value, isMissing, onChange }: Props) {
  const label = fieldTitles[field]
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
          <Problem error={error} />
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
          <Problem error={error} />
        </div>
      )
    default: {
      const ids = (value ?? []) as string[]
      return (
        <div>
          <span className="mb-1 block font-medium">{label}</span>
          <Several field={field} ids={ids} onChange={onChange} />
          <Problem error={error} />
        </div>
      )
    }
  }
}

type SeveralProps = { field: SetField; ids: string[]; onChange: (ids: string[]) => void }
type SetField = 'assignees' | 'labels' | 'components' | 'fixVersions' | 'affectedVersions'

/** Any number of entries, picked from what there is. */
function Several({ field, ids, onChange }: SeveralProps) {
  const people = usePeople()
  const labels = useKnownLabels()
  const { components, fixVersions } = useProject()
  const named = (all: { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ id, label: name }))
  const options = {
    assignees: () => personOptions(people),
    labels: () => [...new Set([...labels, ...ids])].map(labelOption),
    components: () => named(components.filter((each) => !each.removedAt)),
    fixVersions: () =>
      named(fixVersions.filter((each) => !each.removedAt && each.state !== 'archived')),
    affectedVersions: () => named(fixVersions.filter((each) => !each.removedAt)),
  }[field]()
  const label = fieldTitles[field]
  return (
    <Pick
      many
      label={label}
      options={options}
      value={ids}
      empty={field === 'assignees' || field === 'labels' ? undefined : 'There is none yet.'}
      onPick={onChange}
      onCreate={field === 'labels' ? (text) => onChange([...ids, text]) : undefined}
      trigger={<PickButton label={label} options={options} ids={ids} />}
    />
  )
}

function Problem({ error }: { error: string | undefined }) {
  return error ? (
    <p role="alert" className="mt-1 text-danger-ink">
      {error}
    </p>
  ) : null
}
