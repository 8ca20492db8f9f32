'use client'

import { type FormEvent, useEffect, useId, useState } from 'react'
import { useCard, useConnection, useMe, useProject, useTask } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { liveStatus } from '@/domain/project/project'
import type { RequiredField } from '@/domain/project/transition'
import { mayMove } from '@/domain/task/mayMove'
import type { Fill, Filling } from '../acts/fill'
import { useTaskActs } from '../acts/useTaskActs'
import { FillField } from './FillField'

type Props = { filling: Filling; onClose: () => void }
export type Values = Partial<Record<RequiredField, unknown>>

/** Asks for the fields that the workflow wants before a move, then moves, in one command. */
export function FillDialog({ filling, onClose }: Props) {
  const { taskId, statusId, place } = filling
  const card = useCard(taskId)
  const opened = useTask(taskId)
  const { status } = useConnection()
  const project = useProject()
  const me = useMe()
  const { moveTo } = useTaskActs()
  const form = useId()
  const [values, setValues] = useState<Values>({})
  const [tried, setTried] = useState(false)
  // Whether there is a description is known once the task has been fetched, which takes a line.
  const isKnown = card?.description !== undefined || opened.missing || status === 'offline'
  const task = isKnown ? card : opened.task
  const wanted = task ? mayMove(project, task, statusId, me).missing : null
  // Once asked, a field stays to be seen, whoever fills it meanwhile.
  const [fields, setFields] = useState<RequiredField[]>([])
  const more = wanted?.filter((field) => !fields.includes(field)) ?? []
  if (more.length > 0) setFields([...fields, ...more])

  const isFree = wanted?.length === 0 && fields.length === 0
  const nothingToAsk = isFree || opened.missing
  useEffect(() => {
    if (!nothingToAsk) return
    onClose()
    moveTo(taskId, statusId, place, {})
  }, [nothingToAsk, onClose, moveTo, taskId, statusId, place])
  if (nothingToAsk || !task) return null

  const open = fields.filter((field) => wanted?.includes(field) && isEmpty(values[field]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (open.length > 0) return
    onClose()
    moveTo(taskId, statusId, place, fillOf(values))
  }
  const column = liveStatus(project, statusId)?.name ?? 'there'
  const key = `${project.key}-${task.number}`
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? null : onClose())}
      width="small"
      title={`Move ${key} to ${column}`}
      description="The workflow asks for this first."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary">
            Move to {column}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3" noValidate>
        {fields.map((field) => (
          <FillField
            key={field}
            field={field}
            value={values[field] ?? null}
            isMissing={tried && open.includes(field)}
            onChange={(value) => setValues((all) => ({ ...all, [field]: value }))}
          />
        ))}
      </form>
    </Dialog>
  )
}

const SETS: readonly RequiredField[] = [
  'assignees',
  'labels',
  'components',
  'fixVersions',
  'affectedVersions',
]

function fillOf(values: Values): Fill {
  const given = Object.entries(values).filter(([, value]) => !isEmpty(value))
  const isSet = ([field]: [string, unknown]) => SETS.some((each) => each === field)
  return {
    set: Object.fromEntries(given.filter((each) => !isSet(each))),
    add: Object.fromEntries(given.filter(isSet)),
  }
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === null || value === undefined || String(value).trim() === ''
}
