'use client'

import { useRef, useState } from 'react'
import { useConfirmedVersion, useSend } from '@/app/_replica/react/projectHooks'
import { EditableText } from '@/app/_ui/EditableText'
import { LIMITS } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'
import { RemoteChangeHighlight } from '../remoteChanges/RemoteChangeHighlight'
import type { RemoteChange } from '../remoteChanges/useRemoteChanges'
import { usePublishEditing } from './useTextEditing'

type Props = { task: Task; canEdit: boolean; remoteChange?: RemoteChange }

/** The title, edited in place. */
export function TitleField({ task, canEdit, remoteChange }: Props) {
  const send = useSend()
  const version = useConfirmedVersion(task.id)
  const editBaseVersion = useRef(version)
  const [editing, setEditing] = useState(false)
  usePublishEditing(task.id, editing)
  return (
    <h2 data-title="" className="relative isolate">
      <EditableText
        label="Title"
        value={task.title}
        required
        readOnly={!canEdit}
        maxLength={LIMITS.title}
        className="text-title font-semibold text-pretty"
        onEditing={(now) => {
          if (now) editBaseVersion.current = version
          setEditing(now)
        }}
        onSave={(title) =>
          send({
            type: 'task.edit',
            taskId: task.id,
            baseVersion: editBaseVersion.current,
            set: { title },
          })
        }
      />
      <RemoteChangeHighlight change={remoteChange} />
    </h2>
  )
}

/** Starts editing the title of the task inside the container. */
export function startTitleEditing(container: HTMLElement | null): void {
  container?.querySelector<HTMLElement>('[data-title] button')?.click()
}
