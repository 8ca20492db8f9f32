'use client'

import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { TextArea } from '@/app/_ui/TextArea'
import { type Instant, LIMITS } from '@/domain/kernel/primitives'
import { formatDuration } from '@/domain/time/duration'
import { localDateOf, startOfDay } from '@/domain/time/localDate'
import type { RemainingAdjustment, WorklogFields } from '@/domain/worklog/commands'
import { DurationField } from './DurationField'
import { StartTimeField } from './StartTimeField'
import { useTimeZone } from './useTimeZone'

export type LogTimeDialogProps = {
  title: string
  description?: ReactNode
  initial: { seconds: number | null; startedAt: Instant; note: string }
  /**
   * Treats `startedAt` as the end of the work: the start follows from the duration until the user
   * sets it.
   */
  startedAtIsEnd?: boolean
  /** Remaining estimate in seconds. When omitted, the dialog does not ask about it. */
  remainingSeconds?: number | null
  submitLabel: string
  /** Saves the worklog. Returns an error message to stay open, or null to close the dialog. */
  onSave: (fields: WorklogFields, remaining: RemainingAdjustment) => Promise<string | null> | null
  onClose: () => void
  /** Content above the fields. */
  children?: ReactNode
  /** Another button, at the start of the button row. */
  secondaryAction?: ReactNode
}

/** Logs time or edits a worklog. */
export function LogTimeDialog(props: LogTimeDialogProps) {
  const {
    title,
    description,
    initial,
    startedAtIsEnd,
    remainingSeconds,
    submitLabel,
    onSave,
    onClose,
    children,
    secondaryAction,
  } = props
  const form = useId()
  const [seconds, setSeconds] = useState<number | null | undefined>(initial.seconds)
  const [chosenStart, setChosenStart] = useState<Instant | null>(null)
  const [proposedSeconds, setProposedSeconds] = useState(initial.seconds)
  const [note, setNote] = useState(initial.note)
  const [remaining, setRemaining] = useState<RemainingAdjustment | null>('auto')
  const [showErrors, setShowErrors] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const timeZone = useTimeZone()
  if (proposedSeconds !== initial.seconds) {
    setProposedSeconds(initial.seconds)
    setSeconds(initial.seconds)
  }
  const startedAt =
    chosenStart ??
    (startedAtIsEnd
      ? subtractWithinDay(initial.startedAt, seconds ?? 0, timeZone)
      : initial.startedAt)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    if (!seconds || remaining === null) return setShowErrors(true)
    setPending(true)
    const failure = await onSave({ seconds, startedAt, note: note.trim() }, remaining)
    setPending(false)
    if (failure) setProblem(failure)
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
          {secondaryAction}
          <span className="grow" />
          <Button tone="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} tone="primary" pending={pending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {children}
        <DurationField
          key={initial.seconds}
          label="Time spent"
          value={initial.seconds}
          onChange={setSeconds}
          showError={showErrors}
          required
        />
        <StartTimeField label="Started" value={startedAt} onChange={setChosenStart} />
        <TextArea
          label="Note"
          rows={2}
          maxLength={LIMITS.worklog}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {remainingSeconds === undefined ? null : (
          <RemainingChoice
            remainingSeconds={remainingSeconds}
            seconds={seconds ?? 0}
            onChange={setRemaining}
            showError={showErrors}
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

/** Subtracts seconds from a time, but stays on the same day. */
function subtractWithinDay(end: Instant, seconds: number, timeZone: string): Instant {
  const dayStart = Date.parse(startOfDay(localDateOf(end, timeZone), timeZone))
  return new Date(Math.max(Date.parse(end) - seconds * 1_000, dayStart)).toISOString()
}

type RemainingMode = 'auto' | 'keep' | 'set' | 'by'
type RemainingChoiceProps = {
  remainingSeconds: number | null
  seconds: number
  /** Called with null while a required duration is missing. */
  onChange: (remaining: RemainingAdjustment | null) => void
  showError: boolean
}

/** Chooses how logging time changes the remaining estimate. */
function RemainingChoice({ remainingSeconds, seconds, onChange, showError }: RemainingChoiceProps) {
  const workTime = useWorkTime()
  const [mode, setMode] = useState<RemainingMode>('auto')
  const report = (next: RemainingMode, entered: number | null | undefined) => {
    if (next === 'auto' || next === 'keep') onChange(next)
    else if (typeof entered !== 'number') onChange(null)
    else onChange(next === 'set' ? { set: entered } : { by: entered })
  }
  const remainingAfter =
    remainingSeconds === null
      ? null
      : formatDuration(Math.max(0, remainingSeconds - seconds), workTime)
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="Remaining"
        value={mode}
        onChange={(next) => {
          setMode(next as RemainingMode)
          report(next as RemainingMode, undefined)
        }}
        options={[
          {
            value: 'auto',
            label: 'Adjust automatically',
            hint:
              remainingAfter === null
                ? 'Nothing has been estimated.'
                : `${remainingAfter} will be left.`,
          },
          {
            value: 'keep',
            label:
              remainingSeconds === null
                ? 'Leave it'
                : `Leave ${formatDuration(remainingSeconds, workTime)}`,
          },
          { value: 'set', label: 'Set it to…' },
          { value: 'by', label: 'Reduce by…', disabled: remainingSeconds === null },
        ]}
      />
      {mode === 'set' || mode === 'by' ? (
        <DurationField
          key={mode}
          label={mode === 'set' ? 'New remaining time' : 'Time to take off'}
          value={null}
          onChange={(entered) => report(mode, entered)}
          showError={showError}
          required
        />
      ) : null}
    </div>
  )
}
