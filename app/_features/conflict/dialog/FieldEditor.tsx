'use client'

import { resolutionOptions } from '@/app/_features/task/resolutions'
import { DurationField } from '@/app/_features/time/DurationField'
import { StartTimeField } from '@/app/_features/time/StartTimeField'
import { useProject } from '@/app/_replica/react/projectHooks'
import { DateField } from '@/app/_ui/DateField'
import { PriorityIcon, priorityNames } from '@/app/_ui/PriorityIcon'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TextArea } from '@/app/_ui/TextArea'
import { TextField } from '@/app/_ui/TextField'
import { PRIORITIES, TASK_TYPES } from '@/domain/kernel/primitives'
import { bareFieldName, fieldLabel } from '../conflictLabels'

type Props = { field: string; value: unknown; onChange: (value: unknown) => void }

/** A field to be filled with something that is neither side. */
export function FieldEditor({ field, value, onChange }: Props) {
  const label = fieldLabel(field)
  switch (bareFieldName(field)) {
    case 'status':
      return <StatusEditor value={value} onChange={onChange} />
    case 'sprint':
      return <SprintEditor value={value} onChange={onChange} />
    case 'priority':
      return (
        <RadioGroup
          label={label}
          value={String(value)}
          onChange={(level) => onChange(Number(level))}
          options={PRIORITIES.map((level) => ({
            value: String(level),
            label: labelWithIcon(<PriorityIcon level={level} decorative />, priorityNames[level]),
          }))}
        />
      )
    case 'type':
      return (
        <RadioGroup
          label={label}
          value={String(value)}
          onChange={onChange}
          options={TASK_TYPES.map((type) => ({ value: type, label: type }))}
        />
      )
    case 'resolution':
      return <ResolutionEditor value={value as string | null} onChange={onChange} />
    case 'estimate':
      return (
        <TextField
          label={label}
          type="number"
          min={0}
          step="any"
          value={value === null ? '' : String(value)}
          onChange={(event) => onChange(parsePoints(event.target.value))}
        />
      )
    case 'originalEstimate':
    case 'remainingEstimate':
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
    case 'dueDate':
    case 'startDate':
    case 'endDate':
    case 'releaseDate':
      return <DateField label={label} value={value as string | null} onChange={onChange} />
    case 'note':
    case 'title':
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
          hint="Both sides are in here: keep what should stay."
          rows={10}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

/** No value among the choices: a radio's value is a text. */
const NONE = ''

function ResolutionEditor({ value, onChange }: { value: string | null } & Omit<Props, 'field'>) {
  const options = resolutionOptions(value).map(({ id, label }) => ({ value: id, label }))
  return (
    <RadioGroup
      label="Resolution"
      value={value ?? NONE}
      onChange={(picked) => onChange(picked === NONE ? null : picked)}
      options={[...options, { value: NONE, label: 'No resolution' }]}
    />
  )
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

/** The backlog among the choices: a radio's value is a text. */
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

const parsePoints = (text: string) => (text.trim() === '' ? null : Math.max(0, Number(text)))

const labelWithIcon = (icon: React.ReactNode, name: string) => (
  <span className="inline-flex items-center gap-1.5">
    {icon}
    {name}
  </span>
)
