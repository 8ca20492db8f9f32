'use client'

import { viewOf } from '@/app/_features/taskFields/taskFieldViews'
import { DurationField } from '@/app/_features/time/DurationField'
import { StartTimeField } from '@/app/_features/time/StartTimeField'
import { useProject } from '@/app/_replica/react/projectHooks'
import { DateField } from '@/app/_ui/DateField'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TextArea } from '@/app/_ui/TextArea'
import { TextField } from '@/app/_ui/TextField'
import { isTaskField } from '@/domain/task/fields'
import { bareFieldName, fieldLabel } from '../conflictLabels'

const MERGE_HINT = 'This text contains both sides. Delete the lines that you do not want.'

type Props = { field: string; value: unknown; onChange: (value: unknown) => void }

/** An input for a value that is neither side's. */
export function FieldEditor({ field, value, onChange }: Props) {
  const label = fieldLabel(field)
  if (isTaskField(field)) {
    const { Editor } = viewOf(field)
    const hint = field === 'description' ? MERGE_HINT : undefined
    return Editor && <Editor {...{ label, value, onChange, hint }} />
  }
  switch (bareFieldName(field)) {
    case 'status':
      return <StatusEditor value={value} onChange={onChange} />
    case 'sprint':
      return <SprintEditor value={value} onChange={onChange} />
    case 'seconds':
      return (
        <DurationField
          label={label}
          value={value as number | null}
          onChange={(seconds) => (seconds === undefined ? undefined : onChange(seconds))}
        />
      )
    case 'startedAt':
      return <StartTimeField label={label} value={String(value)} onChange={onChange} />
    case 'startDate':
    case 'endDate':
    case 'releaseDate':
      return <DateField label={label} value={value as string | null} onChange={onChange} />
    case 'note':
    case 'name':
      return (
        <TextField
          label={label}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'goal':
      return (
        <TextArea
          label={label}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    default:
      return (
        <TextArea
          label={label}
          hint={MERGE_HINT}
          rows={10}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

function StatusEditor({ value, onChange }: Omit<Props, 'field'>) {
  const statuses = useProject().statuses.filter((status) => !status.removedAt)
  return (
    <RadioGroup
      label="Status"
      value={value ? String(value) : null}
      onChange={onChange}
      options={statuses.map((status) => ({
        value: status.id,
        label: labelWithIcon(
          <StatusIcon category={status.category} hue={status.color} />,
          status.name,
        ),
      }))}
    />
  )
}

/** Radio value of the backlog: radio values are strings. */
const BACKLOG = 'backlog'

function SprintEditor({ value, onChange }: Omit<Props, 'field'>) {
  const openSprints = useProject().sprints.filter(
    (each) => each.state !== 'closed' && !each.removedAt,
  )
  return (
    <RadioGroup
      label="Sprint"
      value={value === null ? BACKLOG : String(value)}
      onChange={(id) => onChange(id === BACKLOG ? null : id)}
      options={[
        ...openSprints.map((sprint) => ({ value: sprint.id, label: sprint.name })),
        { value: BACKLOG, label: 'Backlog' },
      ]}
    />
  )
}

const labelWithIcon = (icon: React.ReactNode, name: string) => (
  <span className="inline-flex items-center gap-1.5">
    {icon}
    {name}
  </span>
)
