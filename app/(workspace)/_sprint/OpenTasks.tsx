'use client'

import { useProject } from '@/app/_client/react/hooks'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { OpenTask } from '@/domain/sprint/figures'
import type { Id } from '@/domain/words'
import type { Choice, Destination } from './destinations'
import { Select } from './Select'

type Props = {
  tasks: readonly OpenTask[]
  choices: readonly Choice[]
  to: (id: Id) => Destination
  onChoose: (id: Id, to: Destination) => void
}

/** What is not done, task by task, each with the place it goes to. */
export function OpenTasks({ tasks, choices, to, onChoose }: Props) {
  const { key, statuses } = useProject()
  return (
    <ul
      aria-label="Not done"
      className="max-h-[40dvh] divide-y divide-line overflow-y-auto border-y border-line"
    >
      {tasks.map((task) => {
        const status = statuses.find((each) => each.id === task.statusId)
        const name = `${key}-${task.number}`
        return (
          <li
            key={task.id}
            className="flex min-h-row flex-col gap-x-3 gap-y-1 py-1 sm:flex-row sm:items-center"
          >
            <span className="flex min-w-0 grow items-center gap-2">
              {status ? (
                <span data-tip={status.name} className="flex shrink-0">
                  <StatusRing category={status.category} hue={status.color} />
                  <span className="sr-only">{status.name}</span>
                </span>
              ) : null}
              <span className="shrink-0 text-muted tabular-nums">{name}</span>
              <span className="min-w-0 grow truncate" data-tip={task.title}>
                {task.title}
              </span>
              {task.estimate === null ? null : (
                <span className="shrink-0 text-muted tabular-nums">{task.estimate} pt</span>
              )}
            </span>
            <Select
              label={`Where ${name} goes`}
              value={to(task.id)}
              choices={choices}
              onChange={(value) => onChoose(task.id, value)}
              quiet
              className="sm:max-w-56"
            />
          </li>
        )
      })}
    </ul>
  )
}
