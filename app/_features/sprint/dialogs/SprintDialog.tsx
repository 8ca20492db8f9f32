'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { withApi } from '@/app/_api/ApiProvider'
import { trpc } from '@/app/_api/trpc'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useConfirmedVersion, useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { announce } from '@/app/_ui/LiveRegion'
import { TextArea } from '@/app/_ui/TextArea'
import { TextField } from '@/app/_ui/TextField'
import { LIMITS } from '@/domain/kernel/primitives'
import { proposeSprintName } from '@/domain/sprint/proposeSprintName'
import type { Sprint, SprintScalars } from '@/domain/sprint/sprint'
import { SprintDates, sprintDatesError } from './SprintDates'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The sprint to edit; null creates a new one. */
  sprint: Sprint | null
}

/** Edits the name, goal and dates of a new or existing sprint. */
export const SprintDialog = withApi(function SprintDialog({ open, onOpenChange, sprint }: Props) {
  const form = useId()
  const submitLabel = sprint ? 'Save' : 'Create sprint'
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={sprint ? `Edit ${sprint.name}` : 'Create sprint'}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button tone="primary" type="submit" form={form}>
            {submitLabel}
          </Button>
        </>
      }
    >
      {open ? <SprintForm id={form} sprint={sprint} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  )
})

type SprintFormProps = { id: string; sprint: Sprint | null; onDone: () => void }

function SprintForm({ id, sprint: current, onDone }: SprintFormProps) {
  // The sprint as it was when editing began, so that only the user's own changes are sent.
  const [sprint] = useState(current)
  const send = useSend()
  const nameField = useRef<HTMLInputElement>(null)
  const proposed = useProposedName(sprint === null)
  const [typedName, setTypedName] = useState<string | null>(null)
  const [otherFields, setOtherFields] = useState<Omit<SprintScalars, 'name'>>({
    goal: sprint?.goal ?? '',
    startDate: sprint?.startDate ?? null,
    endDate: sprint?.endDate ?? null,
  })
  const [baseVersion] = useState(useConfirmedVersion(null))
  const [wasSubmitted, setWasSubmitted] = useState(false)
  const name = typedName ?? sprint?.name ?? proposed
  const datesError = sprintDatesError(otherFields, sprint?.state === 'active')

  const save = (event: FormEvent) => {
    event.preventDefault()
    setWasSubmitted(true)
    if (!name.trim()) return nameField.current?.focus()
    if (datesError) return
    const values = { ...otherFields, name: name.trim() }
    if (!sprint) {
      send({ type: 'sprint.create', sprintId: newId(), ...values, baseVersion })
      announce(`${values.name} is created.`)
    } else {
      const set = changedFields(sprint, values)
      if (Object.keys(set).length > 0) {
        send({ type: 'sprint.edit', sprintId: sprint.id, set, baseVersion })
      }
    }
    onDone()
  }
  return (
    <form id={id} onSubmit={save} noValidate className="flex flex-col gap-4">
      <TextField
        ref={nameField}
        label="Name"
        value={name}
        maxLength={LIMITS.name}
        autoComplete="off"
        error={wasSubmitted && !name.trim() ? 'Give the sprint a name.' : undefined}
        onChange={(event) => setTypedName(event.target.value)}
      />
      <TextArea
        label="Goal"
        hint="The result that the team wants to reach. Optional."
        value={otherFields.goal}
        maxLength={LIMITS.goal}
        onChange={(event) => setOtherFields({ ...otherFields, goal: event.target.value })}
      />
      <SprintDates
        value={otherFields}
        error={wasSubmitted ? datesError : undefined}
        onChange={(dates) => setOtherFields({ ...otherFields, ...dates })}
      />
    </form>
  )
}

/**
 * Returns the next sprint name from the server. Until it answers, or offline, counts the sprints on
 * this screen.
 */
function useProposedName(enabled: boolean): string {
  const { key, sprints } = useProject()
  const { projectId } = useProjectStore()
  const query = trpc.sprint.nextName.useQuery({ projectId }, { enabled, staleTime: 0 })
  // A cached name may have been taken by the sprint created last.
  const name = query.isFetching ? null : query.data
  return (
    name ??
    proposeSprintName(
      key,
      sprints.filter((each) => !each.removedAt).map((each) => each.name),
    )
  )
}

function changedFields(sprint: Sprint, values: SprintScalars): Partial<SprintScalars> {
  const entries = Object.entries(values).filter(
    ([field, value]) => sprint[field as keyof SprintScalars] !== value,
  )
  return Object.fromEntries(entries)
}
