'use client'

import { type FormEvent, useState } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import type { KnownCard } from '@/app/_client/store/types'
import { Button } from '@/app/_ui/Button'
import { DateField } from '@/app/_ui/DateField'
import type { Day } from '@/domain/words'
import { inDays } from './days'

const SOON = [
  ['Today', 0],
  ['Tomorrow', 1],
  ['In a week', 7],
] as const

/** Sets a task's due date. Nothing is changed while a date is still being typed. */
export function DueChoice({ task, onDone }: { task: KnownCard; onDone: () => void }) {
  const send = useSend()
  const [typed, setTyped] = useState(task.dueDate)
  const pick = (dueDate: Day | null) => {
    if (dueDate !== task.dueDate) send({ type: 'task.edit', taskId: task.id, set: { dueDate } })
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    pick(typed)
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="flex items-end gap-1.5">
        <div className="grow">
          <DateField label="Due date" value={typed} max="9999-12-31" onChange={setTyped} />
        </div>
        <Button type="submit" tone="primary">
          Set
        </Button>
      </div>
      <div className="flex flex-wrap gap-1">
        {SOON.map(([label, days]) => (
          <Button key={label} size="small" onClick={() => pick(inDays(days))}>
            {label}
          </Button>
        ))}
        {task.dueDate ? (
          <Button size="small" tone="bare" onClick={() => pick(null)}>
            Clear
          </Button>
        ) : null}
      </div>
    </form>
  )
}
