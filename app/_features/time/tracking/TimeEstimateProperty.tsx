'use client'

import { type FormEvent, useState } from 'react'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { useConfirmedVersion, useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { cx } from '@/app/_ui/cx'
import { Popover } from '@/app/_ui/Popover'
import type { Task } from '@/domain/task/task'
import { formatDuration } from '@/domain/time/duration'
import { DurationField } from '../DurationField'

const LABELS = { originalEstimate: 'Original estimate', remainingEstimate: 'Remaining' } as const

type Props = { task: Task; field: keyof typeof LABELS; canEdit: boolean }

/** One of a task's time estimates, edited in place. */
export function TimeEstimateProperty({ task, field, canEdit }: Props) {
  const workTime = useWorkTime()
  const [open, setOpen] = useState(false)
  const label = LABELS[field]
  const value = task[field]
  const text = value === null ? null : formatDuration(value, workTime)
  if (!canEdit && text === null) return null
  return (
    <div className="flex min-h-row items-center">
      <span aria-hidden className="w-32 shrink-0 text-muted">
        {label}
      </span>
      {canEdit ? (
        <Popover
          label={label}
          className="w-72"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button
              type="button"
              aria-label={`${label}: ${text ?? 'none'}`}
              className={cx(
                'min-h-control rounded-card px-2 tabular-nums transition-colors hover:bg-hover',
                text === null && 'text-muted',
              )}
            >
              {text ?? 'Add'}
            </button>
          }
        >
          {(close) => <EstimateForm task={task} field={field} onDone={close} />}
        </Popover>
      ) : (
        <span className="px-2 tabular-nums">
          <span className="sr-only">{`${label}: `}</span>
          {text}
        </span>
      )}
    </div>
  )
}

function EstimateForm({ task, field, onDone }: Omit<Props, 'canEdit'> & { onDone: () => void }) {
  const send = useSend()
  // The value and version when the form was opened. What others change meanwhile is concurrent.
  const [original] = useState(task[field])
  const [baseVersion] = useState(useConfirmedVersion(task.id))
  const [seconds, setSeconds] = useState<number | null | undefined>(original)
  const [showErrors, setShowErrors] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (seconds === undefined) return setShowErrors(true)
    if (seconds !== original) {
      send({ type: 'task.edit', taskId: task.id, baseVersion, set: { [field]: seconds } })
    }
    onDone()
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <DurationField
        label={LABELS[field]}
        value={original}
        onChange={setSeconds}
        showError={showErrors}
      />
      <Button type="submit" tone="primary" className="self-end">
        Set
      </Button>
    </form>
  )
}
