'use client'

import { IterationCw } from 'lucide-react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { Pick } from '@/app/_ui/Pick'
import type { Task } from '@/domain/task/task'
import { PLANNED_TYPES } from '@/domain/words'
import { Property, valueButton, valueLook } from '../_task/Property'
import type { Arrival } from '../_task/useArrivals'

/** The backlog among the choices: an option's id is a text. */
const BACKLOG = 'backlog'

type Props = { task: Task; mayChange: boolean; arrival?: Arrival }

/** The sprint that a task is planned for, changed where it stands; nothing where none is open. */
export function SprintProperty({ task, mayChange, arrival }: Props) {
  const send = useSend()
  const { sprints, statuses } = useProject()
  const { id: taskId, sprintId, statusId, type } = task
  const open = sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  if (!PLANNED_TYPES.includes(type) || (open.length === 0 && !sprintId)) return null
  const known = sprints.find((each) => each.id === sprintId)
  const words = sprintId ? (known?.name ?? 'A completed sprint') : null
  if (!mayChange && !words) return null
  const isDone = statuses.find((each) => each.id === statusId)?.category === 'done'
  // What is done waits in no backlog.
  const shown = words ?? (isDone ? 'None' : 'Backlog')
  const seen = (
    <>
      <IterationCw aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="truncate">{shown}</span>
    </>
  )
  const options = [
    ...open.map(({ id, name, state }) => ({
      id,
      label: name,
      hint: state === 'active' ? 'running' : undefined,
    })),
    { id: BACKLOG, label: isDone ? 'None' : 'Backlog' },
  ]
  return (
    <Property label="Sprint" arrival={arrival}>
      {mayChange ? (
        <Pick
          label="Sprint"
          value={sprintId ?? BACKLOG}
          options={options}
          onPick={(id) => {
            const to = id === BACKLOG ? null : id
            if (to === sprintId) return
            send({ type: 'task.plan', tasks: [{ taskId }], sprintId: to, place: { end: 'bottom' } })
          }}
          trigger={valueButton({ label: 'Sprint', words: shown, children: seen })}
        />
      ) : (
        <span className={valueLook}>
          <span className="sr-only">Sprint: </span>
          {seen}
        </span>
      )}
    </Property>
  )
}
