'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { trpc } from '@/app/_client/trpc'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { announce } from '@/app/_ui/LiveRegion'
import { TextArea } from '@/app/_ui/TextArea'
import { TextField } from '@/app/_ui/TextField'
import { proposedName } from '@/domain/sprint/name'
import type { Sprint, SprintScalars } from '@/domain/sprint/sprint'
import { LIMITS } from '@/domain/words'
import { Dates, datesProblem } from './Dates'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The one to edit; null makes a new one. */
  sprint: Sprint | null
}

/** Name, goal and dates of a sprint, of a new one or of one that is there. */
export function SprintDialog({ open, onOpenChange, sprint }: Props) {
  const form = useId()
  const verb = sprint ? 'Save' : 'Create sprint'
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={sprint ? `Edit ${sprint.name}` : 'Create sprint'}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button tone="primary" type="submit" form={form}>
            {verb}
          </Button>
        </>
      }
    >
      {open ? <Fields id={form} sprint={sprint} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  )
}

type FieldsProps = { id: string; sprint: Sprint | null; onDone: () => void }

function Fields({ id, sprint: now, onDone }: FieldsProps) {
  // As it was when they began: only what they change themselves is theirs to send.
  const [sprint] = useState(now)
  const send = useSend()
  const store = useStore()
  const nameField = useRef<HTMLInputElement>(null)
  const proposed = useProposedName(sprint === null)
  const [typed, setTyped] = useState<string | null>(null)
  const [rest, setRest] = useState<Omit<SprintScalars, 'name'>>({
    goal: sprint?.goal ?? '',
    startDate: sprint?.startDate ?? null,
    endDate: sprint?.endDate ?? null,
  })
  const [baseVersion] = useState(() => store.screen.project.version)
  const [tried, setTried] = useState(false)
  const name = typed ?? sprint?.name ?? proposed
  const problem = datesProblem(rest, sprint?.state === 'active')

  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim()) return nameField.current?.focus()
    if (problem) return
    const values = { ...rest, name: name.trim() }
    if (!sprint) {
      send({ type: 'sprint.create', sprintId: newId(), ...values, baseVersion })
      announce(`${values.name} is created.`)
    } else {
      const set = changed(sprint, values)
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
        error={tried && !name.trim() ? 'Give the sprint a name.' : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <TextArea
        label="Goal"
        hint="What will be different when it is over. May stay empty."
        value={rest.goal}
        maxLength={LIMITS.goal}
        onChange={(event) => setRest({ ...rest, goal: event.target.value })}
      />
      <Dates
        value={rest}
        problem={tried ? problem : undefined}
        onChange={(dates) => setRest({ ...rest, ...dates })}
      />
    </form>
  )
}

/** The next number, as the server counts; until it answers (or offline), as this screen does. */
function useProposedName(wanted: boolean): string {
  const { key, sprints } = useProject()
  const { projectId } = useStore()
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    if (!wanted) return
    trpc.sprint.nextName.query({ projectId }).then(setName, () => {})
  }, [wanted, projectId])
  return (
    name ??
    proposedName(
      key,
      sprints.filter((each) => !each.removedAt).map((each) => each.name),
    )
  )
}

function changed(sprint: Sprint, values: SprintScalars): Partial<SprintScalars> {
  const entries = Object.entries(values).filter(
    ([field, value]) => sprint[field as keyof SprintScalars] !== value,
  )
  return Object.fromEntries(entries)
}
