'use client'

import { CircleCheckBig } from 'lucide-react'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { Pick } from '@/app/_ui/Pick'
import type { Task } from '@/domain/task/task'
import { resolutionName, resolutionOptions } from './fields/resolutions'
import { Property, valueButton, valueLook } from './Property'
import type { Arrival } from './useArrivals'

type Props = { task: Task; mayChange: boolean; arrival?: Arrival }
const NONE = 'none'

/** How a task was settled; asked only of one that is done, or that says so already. */
export function ResolutionProperty({ task, mayChange, arrival }: Props) {
  const { statuses } = useProject()
  const send = useSend()
  const { id: taskId, resolution } = task
  const isDone = statuses.find(({ id }) => id === task.statusId)?.category === 'done'
  if (resolution === null && !(isDone && mayChange)) return null
  const words = resolution && resolutionName(resolution)
  const seen = (
    <>
      <CircleCheckBig aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="truncate">{words ?? 'Add resolution'}</span>
    </>
  )
  return (
    <Property label="Resolution" arrival={arrival}>
      {mayChange ? (
        <Pick
          label="Resolution"
          options={[{ id: NONE, label: 'No resolution' }, ...resolutionOptions(resolution)]}
          value={resolution ?? NONE}
          onPick={(id) => {
            send({ type: 'task.edit', taskId, set: { resolution: id === NONE ? null : id } })
          }}
          trigger={valueButton({ label: 'Resolution', words, children: seen })}
        />
      ) : (
        <span className={valueLook}>
          <span className="sr-only">Resolution: </span>
          {seen}
        </span>
      )}
    </Property>
  )
}
