'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { taskTypeLabels, taskTypeOptions } from '@/app/_features/taskFields/taskTypeOptions'
import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Combobox } from '@/app/_ui/Combobox'
import { announce } from '@/app/_ui/LiveRegion'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { LIMITS, TASK_TYPES, type TaskType } from '@/domain/kernel/primitives'
import { canHaveParent } from '@/domain/task/hierarchy'
import type { Task } from '@/domain/task/task'

/**
 * Creates a child in the first column from a title. The form stays open for the next one until Esc.
 */
export function AddChild({ task, onDone }: { task: Task; onDone: () => void }) {
  const send = useSend()
  const { statuses } = useProject()
  const allowedTypes = TASK_TYPES.filter((type) => canHaveParent(type, task.type))
  const [type, setType] = useState<TaskType>(task.type === 'epic' ? 'story' : 'subtask')
  const [title, setTitle] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const add = () => {
    const text = title.replace(/\s+/g, ' ').trim()
    const statusId = statuses.find((status) => !status.removedAt)?.id
    if (text === '' || !statusId) return
    const childFields = { taskId: newId(), taskType: type, title: text, parentId: task.id } as const
    send({ type: 'task.create', ...childFields, statusId, position: { end: 'bottom' } })
    announce(`Created: ${text}`)
    setTitle('')
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      add()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onDone()
    }
  }
  return (
    <div className="mt-1 flex items-center gap-1.5 rounded-card border border-accent bg-raised px-2">
      <Combobox
        label="Type"
        options={taskTypeOptions.filter(({ id }) => allowedTypes.includes(id))}
        value={type}
        onSelect={(id) => setType(id as TaskType)}
        trigger={
          <button
            type="button"
            aria-label={`Type: ${taskTypeLabels[type]}`}
            className="flex h-6 items-center rounded-chip px-1 hover:bg-hover touch:h-control"
          >
            <TaskTypeIcon type={type} decorative />
          </button>
        }
      />
      <input
        ref={input}
        value={title}
        maxLength={LIMITS.title}
        aria-label="Title of a new child"
        placeholder="Title. Enter adds, Esc closes"
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={handleKeyDown}
        onBlur={(event) => {
          if (title.trim() === '' && !event.relatedTarget) onDone()
        }}
        className="h-control min-w-0 grow bg-transparent text-field outline-none"
      />
    </div>
  )
}
