'use client'

import { viewOf } from '@/app/_features/taskFields/taskFieldViews'
import { usePeople, useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import { type EditableScalarField, fieldNoun } from '@/domain/task/fields'
import type { Task } from '@/domain/task/task'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { Property, propertyButton, propertyValueClass } from './Property'

type Props = {
  task: Task
  field: EditableScalarField
  canEdit: boolean
  remoteChange?: RemoteChange
}
const NONE = 'none'

/** A property with a few choices. An empty one is hidden until the user adds it. */
export function ChoiceProperty({ task, field, canEdit, remoteChange }: Props) {
  const project = useProject()
  const people = usePeople()
  const send = useSend()
  const { label, Icon, options, property } = viewOf(field)
  const value = task[field] === null ? null : String(task[field])
  const isShown = property?.isShown?.(task, project) ?? true
  if (value === null && !(isShown && canEdit)) return null
  const choices = options?.({ people, project, labels: task.labels }) ?? []
  const text = value && (choices.find(({ id }) => id === value)?.label ?? value)
  // An import may have set a value that is not offered otherwise.
  const known = value === null || choices.some(({ id }) => id === value)
  const own = known ? [] : [{ id: value, label: value }]
  const content = (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="truncate">{text ?? property?.add}</span>
    </>
  )
  return (
    <Property label={label} remoteChange={remoteChange}>
      {canEdit ? (
        <Combobox
          label={label}
          options={[{ id: NONE, label: `No ${fieldNoun(field)}` }, ...choices, ...own]}
          value={value ?? NONE}
          onSelect={(id) => {
            const set = { [field]: id === NONE ? null : id }
            send({ type: 'task.edit', taskId: task.id, set })
          }}
          trigger={propertyButton({ label, valueText: text, children: content })}
        />
      ) : (
        <span className={propertyValueClass}>
          <span className="sr-only">{`${label}: `}</span>
          {content}
        </span>
      )}
    </Property>
  )
}
