'use client'

import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { TextArea } from '@/app/_ui/TextArea'
import { beginOf, dayOf } from '@/domain/time/day'
import { formatDuration } from '@/domain/time/duration'
import { LIMITS, type Moment } from '@/domain/words'
import type { Remaining, WorklogFields } from '@/domain/worklog/commands'
import { useWorkTime } from '../../_frame/workspace'
import { DurationField } from '../DurationField'
import { StartField } from '../StartField'
import { useZone } from '../useZone'

export type LogTimeProps = {
  title: string
  description?: ReactNode
  first: { seconds: number | null; startedAt: Moment; note: string }
  /** `startedAt` is when the work ended: its start follows from the time, until somebody sets it. */
  endsThen?: boolean
  /** What is left now, in seconds; without it what remains is not asked about. */
  left?: number | null
  save: string
  /** Gives why not, where it was not taken; closes itself otherwise. */
  onSave: (fields: WorklogFields, remaining: Remaining) => Promise<string | null> | null
  onClose: () => void
  /** Stands over the fields. */
  children?: ReactNode
  /** Another way out, at the start of the buttons. */
  other?: ReactNode
}

/** Where time is logged, or a worklog is changed. */
export function LogTime(props: LogTimeProps) {
  const { title, description, first, endsThen, left, save, onSave, onClose, children, other } =
    props
  const form = useId()
  const [seconds, setSeconds] = useState<number | null | undefined>(first.seconds)
  const [begun, setBegun] = useState<Moment | null>(null)
  const [proposed, setProposed] = useState(first.seconds)
  const [note, setNote] = useState(first.note)
  const [remaining, setRemaining] = useState<Remaining | null>('auto')
  const [complains, setComplains] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const zone = useZone()
  if (proposed !== first.seconds) {
    setProposed(first.seconds)
    setSeconds(first.seconds)
  }
  const startedAt =
    begun ?? (endsThen ? before(first.startedAt, seconds ?? 0, zone) : first.startedAt)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    if (!seconds || remaining === null) return setComplains(true)
    setPending(true)
    const no = await onSave({ seconds, startedAt, note: note.trim() }, remaining)
    setPending(false)
    if (no) setProblem(no)
    else onClose()
  }
  return (
    <Dialog
      open
      width="small"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      description={description}
      footer={
        <>
          {other}
          <span className="grow" />
          <Button tone="bare" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} tone="primary" pending={pending}>
            {save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {children}
        <DurationField
          key={first.seconds}
          label="Time spent"
          value={first.seconds}
          onChange={setSeconds}
          complain={complains}
          needed
        />
        <StartField label="Started" value={startedAt} onChange={setBegun} />
        <TextArea
          label="Note"
          rows={2}
          maxLength={LIMITS.worklog}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {left === undefined ? null : (
          <RemainingChoice
            left={left}
            seconds={seconds ?? 0}
            onChange={setRemaining}
            complain={complains}
          />
        )}
        {problem ? (
          <p role="alert" className="text-danger-ink">
            {problem}
          </p>
        ) : null}
      </form>
    </Dialog>
  )
}

/** So long before a moment, but on the same day. */
function before(at: Moment, seconds: number, zone: string): Moment {
  const day = Date.parse(beginOf(dayOf(at, zone), zone))
  return new Date(Math.max(Date.parse(at) - seconds * 1_000, day)).toISOString()
}

type Way = 'auto' | 'keep' | 'set' | 'by'
type ChoiceProps = {
  left: number | null
  seconds: number
  /** Null while no duration stands where one is needed. */
  onChange: (remaining: Remaining | null) => void
  complain: boolean
}

/** What logging the time does to what remains. */
function RemainingChoice({ left, seconds, onChange, complain }: ChoiceProps) {
  const work = useWorkTime()
  const [way, setWay] = useState<Way>('auto')
  const told = (next: Way, own: number | null | undefined) => {
    if (next === 'auto' || next === 'keep') onChange(next)
    else if (typeof own !== 'number') onChange(null)
    else onChange(next === 'set' ? { set: own } : { by: own })
  }
  const after = left === null ? null : formatDuration(Math.max(0, left - seconds), work)
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="Remaining"
        value={way}
        onChange={(next) => {
          setWay(next as Way)
          told(next as Way, undefined)
        }}
        options={[
          {
            value: 'auto',
            label: 'Adjust by the time spent',
            hint: after === null ? 'Nothing has been estimated.' : `${after} will be left.`,
          },
          {
            value: 'keep',
            label: left === null ? 'Leave it' : `Leave ${formatDuration(left, work)}`,
          },
          { value: 'set', label: 'Set it to…' },
          { value: 'by', label: 'Take off another amount…', disabled: left === null },
        ]}
      />
      {way === 'set' || way === 'by' ? (
        <DurationField
          key={way}
          label={way === 'set' ? 'New remaining time' : 'Time to take off'}
          value={null}
          onChange={(own) => told(way, own)}
          complain={complain}
          needed
        />
      ) : null}
    </div>
  )
}
