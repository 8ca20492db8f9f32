'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { announce } from '@/app/_ui/LiveRegion'
import { Pick } from '@/app/_ui/Pick'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import { mayNest } from '@/domain/task/level'
import type { Task } from '@/domain/task/task'
import { LIMITS, TASK_TYPES, type TaskType } from '@/domain/words'
import { typeNames, typeOptions } from '../fields/type-options'

/** A title makes a child in the first column; the line stays open for the next one until Esc. */
export function AddChild({ task, onDone }: { task: Task; onDone: () => void }) {
  const send = useSend()
  const { statuses } = useProject()
  const fits = TASK_TYPES.filter((type) => mayNest(type, task.type))
  const [type, setType] = useState<TaskType>(task.type === 'epic' ? 'story' : 'subtask')
  const [title, setTitle] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const add = () => {
    const text = title.replace(/\s+/g, ' ').trim()
    const statusId = statuses.find((status) => !status.removedAt)?.id
    if (text === '' || !statusId) return
    const it = { taskId: newId(), taskType: type, title: text, parentId: task.id } as const
    send({ type: 'task.create', ...it, statusId, place: { end: 'bottom' } })
    announce(`Created: ${text}`)
    setTitle('')
  }
  const press = (event: KeyboardEvent) => {
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
      <Pick
        label="Type"
        options={typeOptions.filter(({ id }) => fits.includes(id))}
        value={type}
        onPick={(id) => setType(id as TaskType)}
        trigger={
          <button
            type="button"
            aria-label={`Type: ${typeNames[type]}`}
            className="flex h-6 items-center rounded-chip px-1 hover:bg-hover touch:h-control"
          >
            <TypeGlyph type={type} decorative />
          </button>
        }
      />
      <input
        ref={field}
        value={title}
        maxLength={LIMITS.title}
        aria-label="Title of a new child"
        placeholder="What is to be done? Enter adds, Esc closes"
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={press}
        onBlur={(event) => {
          if (title.trim() === '' && !event.relatedTarget) onDone()
        }}
        className="h-control min-w-0 grow bg-transparent text-field outline-none"
      />
    </div>
  )
}
