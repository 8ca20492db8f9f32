'use client'

import { type FormEvent, useEffect, useId, useState } from 'react'
import {
  useCard,
  useConnection,
  useCurrentUser,
  useProject,
  useTask,
} from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { findStatus } from '@/domain/project/project'
import { isSetField, TASK_FIELDS } from '@/domain/task/fields'
import { checkTransition } from '@/domain/workflow/checkTransition'
import type { RequiredField } from '@/domain/workflow/transition'
import { type MoveChanges, mergeMoveChanges, withMoveChanges } from '../moveChanges'
import { useTaskActions } from '../useTaskActions'
import { RequiredFieldInput } from './RequiredFieldInput'
import type { PendingTransition } from './requestRequiredFields'

type Props = { transition: PendingTransition; onClose: () => void }
export type FieldValues = Partial<Record<RequiredField, unknown>>

/**
 * Asks for the required fields of a transition, then fills them and moves the task in one command.
 */
export function RequiredFieldsDialog({ transition, onClose }: Props) {
  const { taskId, statusId, position, changes, baseVersion } = transition
  const card = useCard(taskId)
  const fetched = useTask(taskId)
  const { status } = useConnection()
  const project = useProject()
  const me = useCurrentUser()
  const { moveTo } = useTaskActions()
  const form = useId()
  const [values, setValues] = useState<FieldValues>({})
  const [wasSubmitted, setWasSubmitted] = useState(false)
  // Cards do not contain the description, and loading the task needs a connection.
  const isKnown = card?.description !== undefined || fetched.isMissing || status === 'offline'
  const task = isKnown ? card : fetched.task
  const missingFields = task
    ? checkTransition(project, task, statusId, me, withMoveChanges(task, changes)).missingFields
    : null
  // A field stays visible even when somebody else fills it in the meantime.
  const [fields, setFields] = useState<RequiredField[]>([])
  const newlyMissing = missingFields?.filter((field) => !fields.includes(field)) ?? []
  if (newlyMissing.length > 0) setFields([...fields, ...newlyMissing])

  const hasNothingMissing = missingFields?.length === 0 && fields.length === 0
  const isDialogUnneeded = hasNothingMissing || fetched.isMissing
  useEffect(() => {
    if (!isDialogUnneeded) return
    onClose()
    moveTo(taskId, statusId, position, { changes, baseVersion })
  }, [isDialogUnneeded, onClose, moveTo, taskId, statusId, position, changes, baseVersion])
  if (isDialogUnneeded || !task) return null

  const unfilled = fields.filter(
    (field) => missingFields?.includes(field) && isEmpty(values[field]),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWasSubmitted(true)
    if (unfilled.length > 0) return
    onClose()
    moveTo(taskId, statusId, position, {
      changes: mergeMoveChanges(changes, toMoveChanges(values)),
      baseVersion,
    })
  }
  const statusName = findStatus(project, statusId)?.name ?? 'there'
  const key = `${project.key}-${task.number}`
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? null : onClose())}
      width="small"
      title={`Move ${key} to ${statusName}`}
      description="The workflow asks for this first."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary">
            Move to {statusName}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3" noValidate>
        {fields.map((field) => (
          <RequiredFieldInput
            key={field}
            field={field}
            value={values[field] ?? TASK_FIELDS[field].default}
            isMissing={wasSubmitted && unfilled.includes(field)}
            onChange={(value) => setValues((all) => ({ ...all, [field]: value }))}
          />
        ))}
      </form>
    </Dialog>
  )
}

function toMoveChanges(values: FieldValues): MoveChanges {
  const filled = Object.entries(values).filter(([, value]) => !isEmpty(value))
  const isSet = ([field]: [string, unknown]) => isSetField(field)
  return {
    set: Object.fromEntries(filled.filter((each) => !isSet(each))),
    add: Object.fromEntries(filled.filter(isSet)),
  }
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === null || value === undefined || String(value).trim() === ''
}
