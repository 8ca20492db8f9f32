'use client'

import { useProject } from '@/app/_replica/react/projectHooks'
import { NativeSelect } from '@/app/_ui/NativeSelect'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { Id } from '@/domain/kernel/primitives'
import type { UnfinishedTask } from '@/domain/views/sprints'
import type { Destination, DestinationOption } from './openTaskDestinations'

type Props = {
  tasks: readonly UnfinishedTask[]
  choices: readonly DestinationOption[]
  destinationOf: (id: Id) => Destination
  onDestinationChange: (id: Id, to: Destination) => void
}

/** The unfinished tasks, each with a choice of where it goes. */
export function OpenTaskList({ tasks, choices, destinationOf, onDestinationChange }: Props) {
  const { key, statuses } = useProject()
  return (
    <ul
      aria-label="Not done"
      className="max-h-[40dvh] divide-y divide-line overflow-y-auto border-y border-line"
    >
      {tasks.map((task) => {
        const status = statuses.find((each) => each.id === task.statusId)
        const taskKey = `${key}-${task.number}`
        return (
          <li
            key={task.id}
            className="flex min-h-row flex-col gap-x-3 gap-y-1 py-1 sm:flex-row sm:items-center"
          >
            <span className="flex min-w-0 grow items-center gap-2">
              {status ? (
                <span data-tooltip={status.name} className="flex shrink-0">
                  <StatusIcon category={status.category} hue={status.color} />
                  <span className="sr-only">{status.name}</span>
                </span>
              ) : null}
              <span className="shrink-0 text-muted tabular-nums">{taskKey}</span>
              <span className="min-w-0 grow truncate" data-tooltip={task.title}>
                {task.title}
              </span>
              {task.estimate === null ? null : (
                <span className="shrink-0 text-muted tabular-nums">{task.estimate} pt</span>
              )}
            </span>
            <NativeSelect
              label={`Where ${taskKey} goes`}
              value={destinationOf(task.id)}
              choices={choices}
              onChange={(value) => onDestinationChange(task.id, value)}
              borderless
              className="sm:max-w-56"
            />
          </li>
        )
      })}
    </ul>
  )
}
