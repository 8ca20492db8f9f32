'use client'

import { useRef, useState } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { EditableText } from '@/app/_ui/EditableText'
import type { Task } from '@/domain/task/task'
import { LIMITS } from '@/domain/words'
import { Arrived } from './Arrived'
import type { Arrival } from './useArrivals'
import { useSeenVersion, useTellEditing } from './useWriting'

type Props = { task: Task; mayChange: boolean; arrival?: Arrival }

/** The title, edited where it stands. */
export function TitleField({ task, mayChange, arrival }: Props) {
  const send = useSend()
  const version = useSeenVersion(task)
  const begunAt = useRef(version)
  const [editing, setEditing] = useState(false)
  useTellEditing(task.id, editing)
  return (
    <h2 data-title="" className="relative isolate">
      <EditableText
        label="Title"
        value={task.title}
        required
        readOnly={!mayChange}
        maxLength={LIMITS.title}
        className="text-title font-semibold text-pretty"
        onEditing={(now) => {
          if (now) begunAt.current = version
          setEditing(now)
        }}
        onSave={(title) =>
          send({
            type: 'task.edit',
            taskId: task.id,
            baseVersion: begunAt.current,
            set: { title },
          })
        }
      />
      <Arrived arrival={arrival} />
    </h2>
  )
}

/** Begins to edit the title of the task that is open in this part of the page. */
export function beginTitle(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('[data-title] button')?.click()
}
