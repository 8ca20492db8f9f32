'use client'

import { CircleCheckBig } from 'lucide-react'
import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import type { Task } from '@/domain/task/task'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { resolutionLabel, resolutionOptions } from '../resolutions'
import { Property, propertyButton, propertyValueClass } from './Property'

type Props = { task: Task; canEdit: boolean; remoteChange?: RemoteChange }
const NONE = 'none'

/** How a task was settled; asked only of one that is done, or that says so already. */
export function ResolutionProperty({ task, canEdit, remoteChange }: Props) {
  const { statuses } = useProject()
  const send = useSend()
  const { id: taskId, resolution } = task
  const isDone = statuses.find(({ id }) => id === task.statusId)?.category === 'done'
  if (resolution === null && !(isDone && canEdit)) return null
  const text = resolution && resolutionLabel(resolution)
  const content = (
    <>
      <CircleCheckBig aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="truncate">{text ?? 'Add resolution'}</span>
    </>
  )
  return (
    <Property label="Resolution" remoteChange={remoteChange}>
      {canEdit ? (
        <Combobox
          label="Resolution"
          options={[{ id: NONE, label: 'No resolution' }, ...resolutionOptions(resolution)]}
          value={resolution ?? NONE}
          onSelect={(id) => {
            send({ type: 'task.edit', taskId, set: { resolution: id === NONE ? null : id } })
          }}
          trigger={propertyButton({ label: 'Resolution', valueText: text, children: content })}
        />
      ) : (
        <span className={propertyValueClass}>
          <span className="sr-only">Resolution: </span>
          {content}
        </span>
      )}
    </Property>
  )
}
