'use client'

import { TASK_FIELD_VIEWS } from '@/app/_features/taskFields/taskFieldViews'
import { usePeople, useProject } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import { Popover } from '@/app/_ui/Popover'
import { type EditableScalarField, fieldsWith, isSetField } from '@/domain/task/fields'
import type { Task } from '@/domain/task/task'
import { DueDateForm } from '../DueDateForm'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { type PickerField, useFieldPicker } from '../useFieldPicker'
import { ChoiceProperty } from './ChoiceProperty'
import { ComponentOrVersionProperty } from './ComponentOrVersionProperty'
import { Property, propertyButton, propertyValueClass } from './Property'
import { type DisplayValue, displayValue, dueDateDisplay } from './propertyValues'
import { SprintProperty } from './SprintProperty'

/** Fields with a picker or popover of their own. */
export type EditableField = PickerField | 'dueDate'

const PROPERTY_FIELDS: { field: EditableField; keys?: string }[] = [
  { field: 'status', keys: 'S' },
  { field: 'priority', keys: 'P' },
  { field: 'assignees', keys: 'A' },
  { field: 'labels', keys: 'L' },
  { field: 'type' },
  { field: 'estimate', keys: 'E' },
  { field: 'dueDate', keys: 'D' },
]

const CHOICE_FIELDS = fieldsWith('editedBy', 'task.edit').filter(
  (field): field is EditableScalarField =>
    !isSetField(field) && TASK_FIELD_VIEWS[field].property !== undefined,
)
const COMPONENT_AND_VERSION_FIELDS = fieldsWith('listedIn', 'components', 'versions')

type Props = {
  task: Task
  canEdit: boolean
  remoteChanges: ReadonlyMap<string, RemoteChange>
  /** The field whose picker is open. */
  openField: EditableField | null
  onOpenField: (field: EditableField | null) => void
}

/** All properties of a task, each edited in place. */
export function TaskProperties({ task, canEdit, remoteChanges, openField, onOpenField }: Props) {
  const people = usePeople()
  const { statuses } = useProject()
  return (
    <section aria-label="Properties" className="@container">
      <div className="flex flex-wrap gap-1.5 @max-xs:flex-col @max-xs:gap-0">
        {PROPERTY_FIELDS.map(({ field, keys }) => {
          const label = field === 'status' ? 'Status' : TASK_FIELD_VIEWS[field].label
          const display =
            field === 'dueDate'
              ? dueDateDisplay(task, statuses)
              : displayValue(task, field, { people, statuses })
          if (!canEdit && display.text === null) return null
          const isOpen = openField === field
          const onOpenChange = (next: boolean) => onOpenField(next ? field : null)
          const commonProps = { task, label, keys, display, open: isOpen, onOpenChange }
          return (
            <Property key={field} label={label} remoteChange={remoteChanges.get(field)}>
              {canEdit ? (
                field === 'dueDate' ? (
                  <DueDateProperty {...commonProps} />
                ) : (
                  <PickerProperty {...commonProps} field={field} />
                )
              ) : (
                <span className={propertyValueClass}>
                  <span className="sr-only">{`${label}: `}</span>
                  {display.content}
                </span>
              )}
            </Property>
          )
        })}
        {CHOICE_FIELDS.map((field) => (
          <ChoiceProperty
            key={field}
            {...{ task, field, canEdit }}
            remoteChange={remoteChanges.get(field)}
          />
        ))}
        <SprintProperty task={task} canEdit={canEdit} remoteChange={remoteChanges.get('sprint')} />
        {COMPONENT_AND_VERSION_FIELDS.map((field) => (
          <ComponentOrVersionProperty
            key={field}
            {...{ task, field, canEdit }}
            remoteChange={remoteChanges.get(field)}
          />
        ))}
      </div>
    </section>
  )
}

type FieldProps = {
  task: Task
  label: string
  keys?: string
  display: DisplayValue
  open: boolean
  onOpenChange: (open: boolean) => void
}

function PickerProperty({ field, ...props }: FieldProps & { field: PickerField }) {
  const { task, label, keys, display, open, onOpenChange } = props
  const picker = useFieldPicker(task, field)
  const trigger = propertyButton({
    label,
    keys,
    valueText: display.text,
    children: display.content,
  })
  return <Combobox {...picker} open={open} onOpenChange={onOpenChange} trigger={trigger} />
}

function DueDateProperty({ task, label, keys, display, open, onOpenChange }: FieldProps) {
  return (
    <Popover
      label={label}
      className="w-72"
      open={open}
      onOpenChange={onOpenChange}
      trigger={propertyButton({ label, keys, valueText: display.text, children: display.content })}
    >
      {(close) => <DueDateForm task={task} onDone={close} />}
    </Popover>
  )
}
