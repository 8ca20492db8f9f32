'use client'

import { type FormEvent, useState } from 'react'
import { useConfirmedVersion, useSend } from '@/app/_replica/react/projectHooks'
import type { ReplicaCard } from '@/app/_replica/replicaTypes'
import { Button } from '@/app/_ui/Button'
import { DateField } from '@/app/_ui/DateField'
import { daysFromToday } from '@/app/_ui/localDate'
import type { LocalDate } from '@/domain/kernel/primitives'

const SHORTCUTS = [
  ['Today', 0],
  ['Tomorrow', 1],
  ['In a week', 7],
] as const

/** Sets a task's due date. Nothing changes while a date is still being typed. */
export function DueDateForm({ task, onDone }: { task: ReplicaCard; onDone: () => void }) {
  const send = useSend()
  // The value and version when the form was opened. What others change meanwhile is concurrent.
  const [original] = useState(task.dueDate)
  const [baseVersion] = useState(useConfirmedVersion(task.id))
  const [date, setDate] = useState(original)
  const apply = (dueDate: LocalDate | null) => {
    if (dueDate !== task.dueDate) {
      send({ type: 'task.edit', taskId: task.id, baseVersion, set: { dueDate } })
    }
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (date === original) onDone()
    else apply(date)
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="flex items-end gap-1.5">
        <div className="grow">
          <DateField label="Due date" value={date} max="9999-12-31" onChange={setDate} />
        </div>
        <Button type="submit" tone="primary">
          Set
        </Button>
      </div>
      <div className="flex flex-wrap gap-1">
        {SHORTCUTS.map(([label, days]) => (
          <Button key={label} size="small" onClick={() => apply(daysFromToday(days))}>
            {label}
          </Button>
        ))}
        {task.dueDate ? (
          <Button size="small" tone="ghost" onClick={() => apply(null)}>
            Clear
          </Button>
        ) : null}
      </div>
    </form>
  )
}
