'use client'

import { DurationField } from '@/app/_features/time/DurationField'
import { DateField } from '@/app/_ui/DateField'
import { PriorityIcon, priorityNames } from '@/app/_ui/PriorityIcon'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { TextArea } from '@/app/_ui/TextArea'
import { TextField } from '@/app/_ui/TextField'
import {
  type LocalDate,
  PRIORITIES,
  type Priority,
  TASK_TYPES,
  type TaskType,
} from '@/domain/kernel/primitives'
import { TASK_FIELDS } from '@/domain/task/fields'
import { ValueWithIcon } from '../fieldValues'
import { taskTypeLabels } from '../taskTypeOptions'

// Form fields, one for each kind of value.

export interface FieldEditorProps<Value> {
  label: string
  value: Value
  onChange: (value: Value) => void
  hint?: string
  /** The error message of the field. */
  error?: string
  /** True when the field cannot be left empty. */
  required?: boolean
}

export const TextLineEditor = ({
  value,
  onChange,
  label,
  hint,
  error,
}: FieldEditorProps<string>) => (
  <TextField
    {...{ label, hint, error }}
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value)}
  />
)

export const TextEditor = ({ value, onChange, label, hint, error }: FieldEditorProps<string>) => (
  <TextArea
    {...{ label, hint, error }}
    rows={hint ? 10 : undefined}
    maxLength={TASK_FIELDS.description.limit}
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value)}
  />
)

export const PointsEditor = ({
  value,
  onChange,
  label,
  error,
}: FieldEditorProps<number | null>) => (
  <TextField
    {...{ label, error }}
    hint="In points."
    type="number"
    min={0}
    max={TASK_FIELDS.estimate.limit}
    step="any"
    value={value === null ? '' : String(value)}
    onChange={({ target }) =>
      onChange(target.value.trim() === '' ? null : Math.max(0, Number(target.value)))
    }
  />
)

export const DateEditor = ({
  value,
  onChange,
  label,
  error,
}: FieldEditorProps<LocalDate | null>) => <DateField {...{ label, error, value, onChange }} />

export const DurationEditor = ({
  value,
  onChange,
  label,
  error,
}: FieldEditorProps<number | null>) => (
  <div>
    <DurationField
      {...{ label, value }}
      onChange={(seconds) => (seconds === undefined ? undefined : onChange(seconds))}
    />
    <FieldError error={error} />
  </div>
)

export const PriorityEditor = ({ value, onChange, label }: FieldEditorProps<Priority>) => (
  <RadioGroup
    label={label}
    value={String(value)}
    onChange={(level) => onChange(PRIORITIES.find((each) => String(each) === level) ?? 0)}
    options={PRIORITIES.map((level) => ({
      value: String(level),
      label: (
        <ValueWithIcon icon={<PriorityIcon level={level} decorative />}>
          {priorityNames[level]}
        </ValueWithIcon>
      ),
    }))}
  />
)

export const TypeEditor = ({ value, onChange, label }: FieldEditorProps<TaskType>) => (
  <RadioGroup
    label={label}
    value={value}
    onChange={(type) => onChange(TASK_TYPES.find((each) => each === type) ?? value)}
    options={TASK_TYPES.map((type) => ({ value: type, label: taskTypeLabels[type] }))}
  />
)

/** Radio value for "none": radio values are strings. */
const NONE = ''

type ChoiceEditorProps<Value extends string> = FieldEditorProps<Value | null> & {
  options: readonly { id: Value; label: string }[]
  /** The label of the choice "none". */
  none: string
}

/** Picks one of a few values, or none. */
export function ChoiceEditor<Value extends string>(props: ChoiceEditorProps<Value>) {
  const { label, value, onChange, options, none, error, required } = props
  const choices = options.map(({ id, label }) => ({ value: id as string, label }))
  return (
    <div>
      <RadioGroup
        label={label}
        value={value ?? (required ? null : NONE)}
        onChange={(picked) => onChange(options.find(({ id }) => id === picked)?.id ?? null)}
        options={required ? choices : [...choices, { value: NONE, label: none }]}
      />
      <FieldError error={error} />
    </div>
  )
}

/** The error of a field whose control does not show it itself. */
export function FieldError({ error }: { error: string | undefined }) {
  return error ? (
    <p role="alert" className="mt-1 text-danger-ink">
      {error}
    </p>
  ) : null
}
