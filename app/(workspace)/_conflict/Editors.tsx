'use client'

import { useProject } from '@/app/_client/react/hooks'
import { DateField } from '@/app/_ui/DateField'
import { PriorityBars, priorityNames } from '@/app/_ui/PriorityBars'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { StatusRing } from '@/app/_ui/StatusRing'
import { TextArea } from '@/app/_ui/TextArea'
import { TextField } from '@/app/_ui/TextField'
import { PRIORITIES, TASK_TYPES } from '@/domain/words'
import { resolutionOptions } from '../_task/fields/resolutions'
import { DurationField } from '../_time/DurationField'
import { StartField } from '../_time/StartField'
import { fieldName, plainField } from './words'

type Props = { field: string; value: unknown; onChange: (value: unknown) => void }

/** A field to be filled with something that is neither side. */
export function Editor({ field, value, onChange }: Props) {
  const label = fieldName(field)
  switch (plainField(field)) {
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
            label: withMark(<PriorityBars level={level} decorative />, priorityNames[level]),
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
          onChange={(event) => onChange(points(event.target.value))}
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
      return <StartField label={label} value={String(value)} onChange={onChange} />
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
        label: withMark(<StatusRing category={status.category} hue={status.color} />, status.name),
      }))}
    />
  )
}

/** The backlog among the choices: a radio's value is a text. */
const BACKLOG = 'backlog'

function SprintEditor({ value, onChange }: Omit<Props, 'field'>) {
  const open = useProject().sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  return (
    <RadioGroup
      label="Sprint"
      value={value === null ? BACKLOG : String(value)}
      onChange={(id) => onChange(id === BACKLOG ? null : id)}
      options={[
        ...open.map((sprint) => ({ value: sprint.id, label: sprint.name })),
        { value: BACKLOG, label: 'Backlog' },
      ]}
    />
  )
}

const points = (text: string) => (text.trim() === '' ? null : Math.max(0, Number(text)))

const withMark = (mark: React.ReactNode, name: string) => (
  <span className="inline-flex items-center gap-1.5">
    {mark}
    {name}
  </span>
)
