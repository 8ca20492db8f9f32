'use client'

import { IterationCw } from 'lucide-react'
import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import { PLANNABLE_TYPES } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { Property, propertyButton, propertyValueClass } from './Property'

/** Option id of the backlog: option ids are strings. */
const BACKLOG_OPTION_ID = 'backlog'

type Props = { task: Task; canEdit: boolean; remoteChange?: RemoteChange }

/** The sprint of a task, edited in place. Hidden when no sprint is open. */
export function SprintProperty({ task, canEdit, remoteChange }: Props) {
  const send = useSend()
  const { sprints, statuses } = useProject()
  const { id: taskId, sprintId, statusId, type } = task
  const openSprints = sprints.filter((each) => each.state !== 'closed' && !each.removedAt)
  if (!PLANNABLE_TYPES.includes(type) || (openSprints.length === 0 && !sprintId)) return null
  const sprint = sprints.find((each) => each.id === sprintId)
  const sprintName = sprintId ? (sprint?.name ?? 'A completed sprint') : null
  if (!canEdit && !sprintName) return null
  const isDone = statuses.find((each) => each.id === statusId)?.category === 'done'
  // A done task is not part of the backlog.
  const valueText = sprintName ?? (isDone ? 'None' : 'Backlog')
  const content = (
    <>
      <IterationCw aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="truncate">{valueText}</span>
    </>
  )
  const options = [
    ...openSprints.map(({ id, name, state }) => ({
      id,
      label: name,
      hint: state === 'active' ? 'active' : undefined,
    })),
    { id: BACKLOG_OPTION_ID, label: isDone ? 'None' : 'Backlog' },
  ]
  return (
    <Property label="Sprint" remoteChange={remoteChange}>
      {canEdit ? (
        <Combobox
          label="Sprint"
          value={sprintId ?? BACKLOG_OPTION_ID}
          options={options}
          onSelect={(id) => {
            const targetSprintId = id === BACKLOG_OPTION_ID ? null : id
            if (targetSprintId === sprintId) return
            send({
              type: 'task.plan',
              tasks: [{ taskId }],
              sprintId: targetSprintId,
              position: { end: 'bottom' },
            })
          }}
          trigger={propertyButton({ label: 'Sprint', valueText, children: content })}
        />
      ) : (
        <span className={propertyValueClass}>
          <span className="sr-only">Sprint: </span>
          {content}
        </span>
      )}
    </Property>
  )
}
